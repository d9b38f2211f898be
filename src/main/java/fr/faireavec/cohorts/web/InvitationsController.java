package fr.faireavec.cohorts.web;

import fr.faireavec.cohorts.Mandating;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The invitations of a cohort that were kept for later leave together. */
@Controller
class InvitationsController {

	private final Mandating mandating;

	private final FrenchFormat french;

	InvitationsController(Mandating mandating, FrenchFormat french) {
		this.mandating = mandating;
		this.french = french;
	}

	@PostMapping("/parcours/{slug}/structures/invitations")
	String invite(Seat.Running seat, RedirectAttributes redirect) {
		Mandating.Invited invited = this.mandating.inviteWaiting(seat.parcours().getId());
		redirect.addFlashAttribute("flash", told(invited));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/structures";
	}

	private Flash told(Mandating.Invited invited) {
		if (invited.withoutAddress() == 0) {
			return Flash.counted("cohorts.invited", invited.written());
		}
		return Flash.done("cohorts.invited.butSome", this.french.count(invited.written(), "cohorts.invited.count"),
				this.french.count(invited.withoutAddress(), "cohorts.invited.noAddress"));
	}

}
