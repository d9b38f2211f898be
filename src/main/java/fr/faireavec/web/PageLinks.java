package fr.faireavec.web;

import java.util.Objects;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

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

}
