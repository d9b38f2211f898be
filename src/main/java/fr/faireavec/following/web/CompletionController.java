package fr.faireavec.following.web;

import java.util.UUID;

import fr.faireavec.following.CompletionDeclining;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one's desk asks to complete, put off or declined from there. */
@Controller
@RequestMapping("/parcours/{slug}/journal/{actionId}/a-completer")
class CompletionController {

	private final LoggedActions actions;

	private final CompletionDeclining declining;

	CompletionController(LoggedActions actions, CompletionDeclining declining) {
		this.actions = actions;
		this.declining = declining;
	}

	@PostMapping("/plus-tard")
	String later(@PathVariable UUID actionId, Seat.Piloting seat, RedirectAttributes redirect) {
		LoggedAction action = open(seat, actionId);
		this.declining.later(action);
		redirect.addFlashAttribute("flash", Flash.done("following.complete.later.done", action.getTitle()));
		return desk(action.getEnrolment().getId());
	}

	@PostMapping("/refus")
	String never(@PathVariable UUID actionId, Seat.Piloting seat, RedirectAttributes redirect) {
		LoggedAction action = open(seat, actionId);
		this.declining.never(action);
		redirect.addFlashAttribute("flash", Flash.done("following.complete.never.done", action.getTitle()));
		return desk(action.getEnrolment().getId());
	}

	private LoggedAction open(Seat.Piloting seat, UUID actionId) {
		return this.actions.openTo(seat, actionId).orElseThrow(NotFound::new);
	}

	private static String desk(UUID enrolmentId) {
		return "redirect:/?structure=" + enrolmentId;
	}

}
