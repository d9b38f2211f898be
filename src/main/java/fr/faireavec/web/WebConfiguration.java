package fr.faireavec.web;

import java.io.IOException;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

	/**
	 * Each room keeps its words in messages/&lt;room&gt;.properties; all are found here.
	 */
	@Bean
	static MessageSource messageSource(ResourcePatternResolver resources) throws IOException {
		return RoomMessages.of(resources.getResources("classpath*:messages/*.properties"));
	}

	@Override
	public void addFormatters(FormatterRegistry registry) {
		registry.addConverter(new TickedIds());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new OneSource());
		registry.addInterceptor(new UnprocessableForms());
		registry.addInterceptor(new ErrorPageAlone());
	}

}
