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

/** An action is talked about. */
@Controller
@RequestMapping("/parcours/{slug}/journal/{actionId}/echanges")
class CommentController {

	private final Commenting commenting;

	private final Exchanges exchanges;

	private final ExchangePages pages;

	CommentController(Commenting commenting, Exchanges exchanges, ExchangePages pages) {
		this.commenting = commenting;
		this.exchanges = exchanges;
		this.pages = pages;
	}

	@GetMapping
	String read(Seat seat, @PathVariable UUID actionId, Model model) {
		return this.pages.all(seat, actionId, model);
	}

	@PostMapping
	String say(Seat seat, @PathVariable UUID actionId, @Valid @ModelAttribute("form") CommentForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		this.exchanges.about(seat, actionId);
		if (Submission.of(errors, () -> this.commenting.say(form.key, seat, actionId, form.words, form.told))
			.isEmpty()) {
			return this.pages.all(seat, actionId, model);
		}
		return back(seat, actionId, "exchanges.said", redirect);
	}

	@GetMapping("/{commentId}")
	String one(Seat seat, @PathVariable UUID actionId, @PathVariable UUID commentId, Model model) {
		return this.pages.one(seat, actionId, commentId, model);
	}

	@PostMapping("/{commentId}")
	String correct(Seat seat, @PathVariable UUID actionId, @PathVariable UUID commentId,
			@Valid @ModelAttribute("form") CorrectionForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		this.exchanges.about(seat, actionId);
		if (!Submission.accepted(errors,
				() -> this.commenting.correct(seat, actionId, commentId, form.version, form.words),
				() -> CorrectionForm.of(this.pages.own(seat, actionId, commentId)))) {
			return this.pages.one(seat, actionId, commentId, model);
		}
		return back(seat, actionId, "exchanges.corrected", redirect);
	}

	@PostMapping("/{commentId}/reprise")
	String takeBack(Seat seat, @PathVariable UUID actionId, @PathVariable UUID commentId, RedirectAttributes redirect) {
		this.commenting.takeBack(seat, actionId, commentId);
		return back(seat, actionId, "exchanges.takenBack", redirect);
	}

	@GetMapping("/{commentId}/retrait")
	String removal(Seat.Running seat, @PathVariable UUID actionId, @PathVariable UUID commentId, Model model) {
		model.addAttribute("form", new RemovalForm());
		return this.pages.removal(seat, actionId, commentId, model);
	}

	@PostMapping("/{commentId}/retrait")
	String remove(Seat.Running seat, @PathVariable UUID actionId, @PathVariable UUID commentId,
			@Valid @ModelAttribute("form") RemovalForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.commenting.remove(seat, actionId, commentId, form.reason))) {
			return this.pages.removal(seat, actionId, commentId, model);
		}
		return back(seat, actionId, "exchanges.removed", redirect);
	}

	private static String back(Seat seat, UUID actionId, String done, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", Flash.done(done));
		return "redirect:" + ExchangePages.href(seat, actionId);
	}

}
