package fr.faireavec.exchanges.web;

import java.util.UUID;

import fr.faireavec.exchanges.Commenting;
import fr.faireavec.exchanges.Exchanges;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What those who run a parcours note of an action for themselves. */
@Controller
@RequestMapping("/parcours/{slug}/journal/{actionId}/echanges/note")
class NoteController {

	private final Commenting commenting;

	private final Exchanges exchanges;

	private final ExchangePages pages;

	NoteController(Commenting commenting, Exchanges exchanges, ExchangePages pages) {
		this.commenting = commenting;
		this.exchanges = exchanges;
		this.pages = pages;
	}

	@GetMapping
	String read(Seat.Facilitating seat, @PathVariable UUID actionId, Model model) {
		return this.pages.note(seat, actionId, model);
	}

	@PostMapping
	String write(Seat.Facilitating seat, @PathVariable UUID actionId, @Valid @ModelAttribute("form") NoteForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		this.exchanges.about(seat, actionId);
		if (!Submission.accepted(errors, () -> this.commenting.note(seat, actionId, form.version, form.words),
				() -> NoteForm.of(this.exchanges.note(seat, actionId)))) {
			return this.pages.note(seat, actionId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("exchanges.noted"));
		return "redirect:" + ExchangePages.href(seat, actionId);
	}

}
