package fr.faireavec.home.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fr.faireavec.signin.DemoAccounts;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.home.Standing;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the layout of every page shows: who is signed in, where they may go, whether it is
 * the demo.
 */
@ControllerAdvice
class LayoutAdvice {

	private final Standing standing;

	private final MessageSource messages;

	private final boolean demo;

	LayoutAdvice(Standing standing, MessageSource messages, ObjectProvider<DemoAccounts> demo) {
		this.standing = standing;
		this.messages = messages;
		this.demo = demo.getIfAvailable() != null;
	}

	@ModelAttribute
	void layout(HttpServletRequest request, Model model) {
		model.addAttribute("demo", this.demo);
		Viewer viewer = viewer();
		boolean page = "GET".equals(request.getMethod()) || "POST".equals(request.getMethod());
		if (viewer == null || !page) {
			return;
		}
		Standing.Of standingOf = viewer.isStaff() ? new Standing.Of(false, false, false)
				: this.standing.of(viewer.personId());
		model.addAttribute("viewer", new Badge(viewer.name(), word("home.role." + role(viewer, standingOf))));
		model.addAttribute("navigation", navigation(viewer, standingOf, request.getRequestURI()));
	}

	private List<Link> navigation(Viewer viewer, Standing.Of standingOf, String here) {
		List<Link> links = new ArrayList<>();
		links.add(link("/", "home.nav.desk", here));
		if (viewer.isStaff() || standingOf.isMandated()) {
			links.add(link("/parcours", "home.nav.parcours", here));
		}
		if (viewer.isStaff()) {
			links.add(link("/structures", "home.nav.structures", here));
			links.add(link("/financeurs", "home.nav.funders", here));
		}
		if (viewer.isStaff() || standingOf.reads()) {
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

	private static String role(Viewer viewer, Standing.Of standingOf) {
		if (viewer.role() == Role.ADMIN) {
			return "ADMIN";
		}
		if (viewer.role() == Role.FACILITATOR) {
			return "FACILITATOR";
		}
		if (standingOf.pilots()) {
			return "PILOT";
		}
		if (standingOf.copilots()) {
			return "COPILOT";
		}
		return standingOf.reads() ? "FUNDER" : "NONE";
	}

	private static @Nullable Viewer viewer() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) ? viewer : null;
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

}
