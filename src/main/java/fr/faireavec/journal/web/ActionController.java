package fr.faireavec.journal.web;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.ActionRows;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.journal.SharedAction;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One action: whole for its structure and the animation, in short where it is shared. */
@Controller
class ActionController {

	private final LoggedActions actions;

	private final ActionRows rows;

	private final ActionLogging logging;

	private final ActionPage page;

	ActionController(LoggedActions actions, ActionRows rows, ActionLogging logging, ActionPage page) {
		this.actions = actions;
		this.rows = rows;
		this.logging = logging;
		this.page = page;
	}

	@GetMapping("/parcours/{slug}/journal/{actionId}")
	String read(@PathVariable UUID actionId, Seat seat, Model model) {
		Optional<LoggedAction> open = this.actions.openTo(seat, actionId);
		return open.isPresent() ? this.page.show(seat, open.get(), model) : shared(seat, actionId, model);
	}

	private String shared(Seat seat, UUID actionId, Model model) {
		if (!(seat instanceof Seat.Piloting reader)) {
			throw new NotFound();
		}
		SharedAction action = this.rows.sharedWith(seat.parcours().getId(), reader.enrolmentIds(), actionId)
			.orElseThrow(NotFound::new);
		return this.page.shared(seat, action, model);
	}

	/** The pilot agrees with what a facilitator wrote. */
	@PostMapping("/parcours/{slug}/journal/{actionId}/confirmation")
	String confirm(@PathVariable UUID actionId, Seat.Piloting seat, RedirectAttributes redirect) {
		LoggedAction action = this.actions.openTo(seat, actionId).orElseThrow(NotFound::new);
		this.logging.confirm(seat.parcours().getId(), actionId);
		redirect.addFlashAttribute("flash", Flash.done("journal.confirmed", action.getTitle()));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/journal/" + actionId;
	}

}
