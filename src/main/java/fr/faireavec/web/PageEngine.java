package fr.faireavec.web;

import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * What the engine that Boot makes is given: how addresses are written, and room for every
 * template, fragment and expression of the house. Kept too few at a time, each page
 * drives out those of the page before, and they are read anew.
 */
@Component
class PageEngine implements BeanPostProcessor {

	private static final int TEMPLATES = 2_000;

	private static final int EXPRESSIONS = 10_000;

	@Override
	public Object postProcessBeforeInitialization(Object bean, String name) {
		if (bean instanceof SpringTemplateEngine engine) {
			engine.setLinkBuilder(new PageLinks());
			StandardCacheManager kept = new StandardCacheManager();
			kept.setTemplateCacheMaxSize(TEMPLATES);
			kept.setExpressionCacheMaxSize(EXPRESSIONS);
			engine.setCacheManager(kept);
		}
		return bean;
	}

}
