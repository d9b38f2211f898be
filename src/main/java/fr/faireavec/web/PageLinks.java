package fr.faireavec.web;

import java.util.Objects;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Writes the addresses of {@code @{…}}. Only those of static files are looked up for
 * their fingerprint: every other would be searched among the files in vain, on each page
 * anew, and sessions never travel in an address.
 */
class PageLinks extends StandardLinkBuilder {

	@Override
	protected String processLink(IExpressionContext context, String link) {
		return leadsToFile(context, link) ? super.processLink(context, link) : link;
	}

	private static boolean leadsToFile(IExpressionContext context, String link) {
		if (!(context instanceof IWebContext web)) {
			return false;
		}
		String application = Objects.requireNonNullElse(web.getExchange().getRequest().getApplicationPath(), "");
		return link.startsWith(application) && StaticPaths.hold(link.substring(application.length()));
	}

	/** Gives them to the engine that Boot makes. */
	@Component
	static class Installing implements BeanPostProcessor {

		@Override
		public Object postProcessBeforeInitialization(Object bean, String name) {
			if (bean instanceof SpringTemplateEngine engine) {
				engine.setLinkBuilder(new PageLinks());
			}
			return bean;
		}

	}

}
