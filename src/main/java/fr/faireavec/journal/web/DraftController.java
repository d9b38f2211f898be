package fr.faireavec.journal.web;

import java.util.UUID;

import fr.faireavec.journal.ActionDrafts;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.TypedForms;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps what is being typed, word after word: a closed tab loses nothing. */
@Controller
class DraftController {

	private final ActionDrafts drafts;

	private final LoggedActions actions;

	DraftController(ActionDrafts drafts, LoggedActions actions) {
		this.drafts = drafts;
		this.actions = actions;
	}

	@PostMapping("/parcours/{slug}/journal/nouvelle-action/brouillon")
	ResponseEntity<Void> keepNew(@RequestParam("brouillon") UUID draft,
			@RequestParam MultiValueMap<String, String> sent, Seat seat) {
		if (seat instanceof Seat.Funding || !seat.parcours().getStatus().keepsItsPeople()) {
			throw new NotFound();
		}
		return answer(
				this.drafts.keep(draft, seat.parcours().getId(), null, TypedForms.taken(NewActionForm.class, sent)));
	}

	@PostMapping("/parcours/{slug}/journal/{actionId}/modifier/brouillon")
	ResponseEntity<Void> keepEdit(@PathVariable UUID actionId, @RequestParam("brouillon") UUID draft,
			@RequestParam MultiValueMap<String, String> sent, Seat seat) {
		LoggedAction action = this.actions.openTo(seat, actionId).orElseThrow(NotFound::new);
		return answer(this.drafts.keep(draft, seat.parcours().getId(), action.getId(),
				TypedForms.taken(ActionForm.class, sent)));
	}

	@PostMapping("/parcours/{slug}/journal/brouillons/{draftId}/effacement")
	String drop(@PathVariable UUID draftId, Seat seat, RedirectAttributes redirect) {
		this.drafts.drop(draftId, seat.parcours().getId());
		redirect.addFlashAttribute("flash", Flash.done("journal.draft.dropped"));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/journal";
	}

	/** What comes after it was noted is gone: typed again, it is another draft. */
	private static ResponseEntity<Void> answer(boolean kept) {
		return ResponseEntity.status(kept ? HttpStatus.NO_CONTENT : HttpStatus.GONE).build();
	}

}
