package fr.faireavec.home.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.PilotedStructure;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.AskedPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every page of a parcours its place and its tabs, once the seat is known. */
@Configuration(proxyBeanMethods = false)
class PlaceInterceptor implements WebMvcConfigurer, HandlerInterceptor {

	private final MessageSource messages;

	private final AllParcours allParcours;

	PlaceInterceptor(MessageSource messages, AllParcours allParcours) {
		this.allParcours = allParcours;
		this.messages = messages;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
			@Nullable ModelAndView page) {
		if (page != null && LayoutInterceptor.isShown(page)
				&& request.getAttribute(Seat.class.getName()) instanceof Seat seat) {
			page.addObject("place", PlaceView.of(seat, word("parcours.status." + seat.parcours().getStatus())));
			page.addObject("tabs", tabs(seat, AskedPath.of(request)));
			if (seat instanceof Seat.Piloting) {
				page.addObject("contacts", this.allParcours.contacts(seat.parcours().getId()));
			}
		}
	}

	private List<Link> tabs(Seat seat, String here) {
		String base = "/parcours/" + seat.parcours().getSlug();
		List<Link> tabs = new ArrayList<>();
		if (seat instanceof Seat.Funding) {
			return tabs;
		}
		tabs.add(new Link(base, word("home.tab.overview"), here.equals(base)));
		if (seat instanceof Seat.Piloting piloting) {
			for (PilotedStructure mine : piloting.structures()) {
				String label = piloting.standsForSeveral() ? mine.name() : word("home.tab.structure");
				tabs.add(tabNamed(base + "/structures/" + mine.enrolmentId(), label, here));
			}
			tabs.add(tab(base + "/cohorte", "home.tab.cohort", here));
		}
		else {
			tabs.add(tab(base + "/structures", "home.tab.structures", here));
		}
		tabs.add(tab(base + "/seances", "home.tab.sessions", here));
		tabs.add(tab(base + "/rendez-vous", "home.tab.meetings", here));
		tabs.add(tab(base + "/journal", "home.tab.journal", here));
		if (seat instanceof Seat.Running) {
			tabs.add(tab(base + "/courriers", "home.tab.letters", here));
			tabs.add(tab(base + "/messages", "home.tab.messages", here));
			tabs.add(tab(base + "/bilan", "home.tab.bilan", here));
			tabs.add(tab(base + "/historique", "home.tab.history", here));
			tabs.add(tab(base + "/modifier", "home.tab.settings", here));
		}
		return tabs;
	}

	private Link tab(String href, String key, String here) {
		return tabNamed(href, word(key), here);
	}

	private static Link tabNamed(String href, String label, String here) {
		return new Link(href, label, here.equals(href) || here.startsWith(href + "/"));
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

}
