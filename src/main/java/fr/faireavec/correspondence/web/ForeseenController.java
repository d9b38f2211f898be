package fr.faireavec.correspondence.web;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import fr.faireavec.correspondence.ForeseenLetter;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.kernel.NotFound;
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

/** One letter that waits: how it reads, what is added to it, whether it leaves. */
@Controller
@RequestMapping("/parcours/{slug}/courriers/{occurrence}/{subjectId}")
class ForeseenController {

	private final LetterPlanning planning;

	ForeseenController(LetterPlanning planning) {
		this.planning = planning;
	}

	@GetMapping
	String show(Seat.Running seat, @PathVariable String occurrence, @PathVariable UUID subjectId, Model model,
			RedirectAttributes redirect) {
		Optional<ForeseenLetter> letter = letter(seat, occurrence, subjectId);
		if (letter.isEmpty()) {
			return gone(seat, redirect);
		}
		ForeseenForm form = form(letter.get());
		model.addAttribute("form", form);
		return page(seat, letter.get(), form.version, model);
	}

	@PostMapping
	String say(Seat.Running seat, @PathVariable String occurrence, @PathVariable UUID subjectId,
			@Valid @ModelAttribute("form") ForeseenForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<ForeseenLetter> found = letter(seat, occurrence, subjectId);
		if (found.isEmpty()) {
			errors.reject("correspondence.gone");
			return "correspondence/gone";
		}
		ForeseenLetter letter = found.get();
		if (!Submission.accepted(errors, () -> this.planning.say(letter, form.version, form.note),
				() -> form(letter))) {
			return page(seat, letter, form.version, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("correspondence.said"));
		return "redirect:" + ForeseenLine.of(seat.parcours().getSlug(), "", letter).href();
	}

	@PostMapping("/pause")
	String pause(Seat.Running seat, @PathVariable String occurrence, @PathVariable UUID subjectId,
			@ModelAttribute("form") ForeseenForm form, RedirectAttributes redirect) {
		return decided(seat, occurrence, subjectId, form, this.planning::pause, "correspondence.paused", redirect);
	}

	@PostMapping("/reprise")
	String resume(Seat.Running seat, @PathVariable String occurrence, @PathVariable UUID subjectId,
			@ModelAttribute("form") ForeseenForm form, RedirectAttributes redirect) {
		return decided(seat, occurrence, subjectId, form, this.planning::resume, "correspondence.resumed", redirect);
	}

	@PostMapping("/envoi")
	String hasten(Seat.Running seat, @PathVariable String occurrence, @PathVariable UUID subjectId,
			@ModelAttribute("form") ForeseenForm form, RedirectAttributes redirect) {
		return decided(seat, occurrence, subjectId, form, this.planning::hasten, "correspondence.hastened", redirect);
	}

	private String decided(Seat seat, String occurrence, UUID subjectId, ForeseenForm form,
			BiConsumer<ForeseenLetter, Integer> decision, String key, RedirectAttributes redirect) {
		Optional<ForeseenLetter> letter = letter(seat, occurrence, subjectId);
		if (letter.isEmpty()) {
			return gone(seat, redirect);
		}
		decision.accept(letter.get(), form.version);
		redirect.addFlashAttribute("flash", Flash.done(key));
		return "redirect:" + ForeseenLettersController.href(seat);
	}

	private Optional<ForeseenLetter> letter(Seat seat, String occurrence, UUID subjectId) {
		Occurrence called = Occurrence.called(occurrence).orElseThrow(NotFound::new);
		return this.planning.toCome(seat.parcours().getId(), called, subjectId);
	}

	/** It left meanwhile, or nothing is to be said any more. */
	private static String gone(Seat seat, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", Flash.note("correspondence.gone"));
		return "redirect:" + ForeseenLettersController.href(seat);
	}

	private ForeseenForm form(ForeseenLetter letter) {
		return ForeseenForm.of(this.planning.decision(letter.subjectId(), letter.occurrence()));
	}

	private String page(Seat seat, ForeseenLetter letter, int version, Model model) {
		model.addAttribute("page", ForeseenPage.of(seat.parcours().getSlug(), letter, this.planning.preview(letter),
				version, this.planning.plan(letter.parcoursId()).isPaused()));
		return "correspondence/letter";
	}

}
