package fr.faireavec.home.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fr.faireavec.signin.DemoAccounts;
import fr.faireavec.web.AskedPath;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.home.OtherRoles;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What the layout of every page shows: who is signed in, where they may go, whether it is
 * the demo. Looked up for what is shown alone, not for a form that leads elsewhere.
 */
@Configuration(proxyBeanMethods = false)
class LayoutInterceptor implements WebMvcConfigurer, HandlerInterceptor {

	private final OtherRoles roles;

	/** What a page says of itself that stands apart from everybody's desk. */
	static final String APART = "apart";

	private final MessageSource messages;

	private final boolean demo;

	LayoutInterceptor(OtherRoles roles, MessageSource messages, ObjectProvider<DemoAccounts> demo) {
		this.roles = roles;
		this.messages = messages;
		this.demo = demo.getIfAvailable() != null;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page == null || !isShown(page)) {
			return;
		}
		page.addObject("demo", this.demo);
		Viewer viewer = viewer();
		if (viewer == null || page.getModel().containsKey(APART)) {
			return;
		}
		OtherRoles.Of held = viewer.isStaff() ? new OtherRoles.Of(false, false, false)
				: this.roles.of(viewer.personId());
		page.addObject("viewer", new Badge(viewer.personId(), viewer.name(), word("home.role." + role(viewer, held))));
		page.addObject("navigation", navigation(viewer, held, AskedPath.of(request)));
	}

	/** Whether a page follows, and not another address. */
	static boolean isShown(ModelAndView page) {
		return page.getViewName() != null && !page.getViewName().startsWith("redirect:");
	}

	private List<Link> navigation(Viewer viewer, OtherRoles.Of held, String here) {
		List<Link> links = new ArrayList<>();
		links.add(link("/", "home.nav.desk", here));
		if (viewer.isStaff() || held.isMandated()) {
			links.add(link("/parcours", "home.nav.parcours", here));
			links.add(link("/agenda", "home.nav.agenda", here));
		}
		// One line holds seven: the administration finds it in the journals.
		if ((viewer.isStaff() && !viewer.isAdministrator()) || held.isMandated()) {
			links.add(link("/bibliotheque", "home.nav.library", here));
		}
		if (viewer.isStaff()) {
			links.add(link("/structures", "home.nav.structures", here));
			links.add(link("/financeurs", "home.nav.funders", here));
		}
		if (viewer.isStaff() || held.reads()) {
			boolean published = !viewer.isStaff() && here.endsWith("/bilan");
			links.add(published ? new Link("/bilans", word("home.nav.bilans"), true)
					: link("/bilans", "home.nav.bilans", here));
		}
		if (viewer.isAdministrator()) {
			links.add(link("/administration", "home.nav.administration", here));
		}
		return links;
	}

	private Link link(String href, String key, String here) {
		boolean current = "/".equals(href) ? "/".equals(here) : here.equals(href) || here.startsWith(href + "/");
		return new Link(href, word(key), current);
	}

	private static String role(Viewer viewer, OtherRoles.Of held) {
		if (viewer.role() == Role.ADMIN) {
			return "ADMIN";
		}
		if (viewer.role() == Role.FACILITATOR) {
			return "FACILITATOR";
		}
		if (held.pilots()) {
			return "PILOT";
		}
		if (held.copilots()) {
			return "COPILOT";
		}
		return held.reads() ? "FUNDER" : "NONE";
	}

	private static @Nullable Viewer viewer() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) ? viewer : null;
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

}
