package fr.faireavec.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	/**
	 * Each room keeps its words in messages/&lt;room&gt;.properties; all are found here.
	 */
	@Bean
	static MessageSource messageSource(ResourcePatternResolver resources) throws IOException {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setDefaultEncoding("UTF-8");
		messages.setDefaultLocale(Locale.FRENCH);
		messages.setFallbackToSystemLocale(false);
		messages.setBasenames(Arrays.stream(resources.getResources("classpath*:messages/*.properties"))
			.map(Resource::getFilename)
			.map(String::valueOf)
			.map((file) -> "messages/" + file.substring(0, file.length() - ".properties".length()))
			.sorted()
			.toArray(String[]::new));
		return messages;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new OneSource());
		registry.addInterceptor(new UnprocessableForms());
	}

}
