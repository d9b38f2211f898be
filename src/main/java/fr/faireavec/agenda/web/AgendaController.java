package fr.faireavec.agenda.web;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.agenda.CalendarFeed;
import fr.faireavec.signin.SessionFacts;
import fr.faireavec.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All one's dates, and the address that brings them to one's own calendar. */
@Controller
class AgendaController {

	private static final String HOME = "redirect:/agenda#adresse";

	private final AgendaPages pages;

	private final CalendarFeed feed;

	AgendaController(AgendaPages pages, CalendarFeed feed) {
		this.pages = pages;
		this.feed = feed;
	}

	/**
	 * Whoever came in by a link passed on would keep the address: it is not shown to
	 * them.
	 */
	@GetMapping("/agenda")
	String show(Viewer viewer, @RequestParam(defaultValue = "") String vue,
			@RequestParam(defaultValue = "") String mois, @RequestParam(defaultValue = "") String qui,
			HttpServletRequest request, Model model) {
		model.addAttribute("page", this.pages.of(viewer, AgendaView.of(vue), mois, "tous".equals(qui)));
		boolean handed = isHanded(request);
		model.addAttribute("handed", handed);
		model.addAttribute("address", handed ? null : this.feed.address(viewer).orElse(null));
		return "agenda/agenda";
	}

	@PostMapping("/agenda/adresse")
	String open(Viewer viewer, RedirectAttributes redirect) {
		this.feed.open(viewer);
		redirect.addFlashAttribute("flash", Flash.done("agenda.feed.opened"));
		return HOME;
	}

	@PostMapping("/agenda/adresse/fin")
	String close(Viewer viewer, RedirectAttributes redirect) {
		this.feed.close(viewer);
		redirect.addFlashAttribute("flash", Flash.done("agenda.feed.closed"));
		return HOME;
	}

	private static boolean isHanded(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(SessionFacts.HANDED) != null;
	}

}
