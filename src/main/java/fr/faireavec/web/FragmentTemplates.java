package fr.faireavec.web;

import java.util.Set;

import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets a page say {@code ~{field :: text(…)}} instead of {@code ~{fragments/field :: …}}.
 */
@Configuration(proxyBeanMethods = false)
class FragmentTemplates {

	@Bean
	SpringResourceTemplateResolver fragmentTemplateResolver(
			@Value("${spring.thymeleaf.prefix:classpath:/templates/}") String templates,
			@Value("${spring.thymeleaf.cache:true}") boolean cache) {
		SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
		resolver.setOrder(1);
		resolver.setPrefix(templates + "fragments/");
		resolver.setSuffix(".html");
		resolver.setCharacterEncoding("UTF-8");
		resolver.setCacheable(cache);
		resolver.setResolvablePatterns(Set.of("field", "form", "flash", "icon", "empty", "pagination", "confirm",
				"chemin", "chart", "nav", "problem", "document", "prose"));
		return resolver;
	}

}
