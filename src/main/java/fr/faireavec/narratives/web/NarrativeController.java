package fr.faireavec.narratives.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.narratives.Draft;
import fr.faireavec.narratives.Drafts;
import fr.faireavec.narratives.NarrativeWriting;
import fr.faireavec.narratives.Section;
import fr.faireavec.narratives.Sentence;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Conflict;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Those who run a parcours write what its bilan tells, and take the sentences its figures
 * say.
 */
@Controller
@RequestMapping("/parcours/{slug}/bilan/recit")
class NarrativeController {

	private final Drafts drafts;

	private final NarrativeWriting writing;

	private final NarrativePages pages;

	NarrativeController(Drafts drafts, NarrativeWriting writing, NarrativePages pages) {
		this.drafts = drafts;
		this.writing = writing;
		this.pages = pages;
	}

	@GetMapping("/modifier")
	String form(Seat.Running seat, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, Model model) {
		Parcours parcours = started(seat);
		Draft draft = this.drafts.of(parcours.getId());
		NarrativeForm form = NarrativeForm.of(draft, (from != null) ? from : parcours.getStartsOn(),
				(to != null) ? to : parcours.getEndsOn());
		model.addAttribute("form", form);
		return this.pages.show(parcours, draft, form, model);
	}

	@PostMapping("/modifier")
	String write(Seat.Running seat, @Valid @ModelAttribute("form") NarrativeForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Parcours parcours = started(seat);
		Optional<Sentence> taken = errors.hasErrors() ? Optional.empty() : this.pages.taken(parcours, form);
		Optional<Set<Section>> overtaken = Submission.of(errors,
				() -> this.writing.write(parcours.getId(), form.typed(taken.orElse(null))));
		if (overtaken.isEmpty()) {
			return this.pages.show(parcours, this.drafts.of(parcours.getId()), form, model);
		}
		if (!overtaken.get().isEmpty()) {
			throw new Conflict(form, form.standing(this.drafts.of(parcours.getId()), overtaken.get()));
		}
		redirect.addAttribute("slug", parcours.getSlug());
		redirect.addAttribute("from", form.from);
		redirect.addAttribute("to", form.to);
		if (taken.isPresent()) {
			return "redirect:/parcours/{slug}/bilan/recit/modifier#" + NarrativePages.place(taken.get().section());
		}
		redirect.addFlashAttribute("flash", Flash.done("narratives.kept"));
		return "redirect:/parcours/{slug}/bilan#recit";
	}

	/** What is being typed, word after word. */
	@PostMapping("/brouillon")
	ResponseEntity<Void> keep(Seat.Running seat, @Valid @ModelAttribute("form") NarrativeForm form,
			BindingResult errors) {
		Parcours parcours = started(seat);
		if (errors.hasErrors()) {
			return ResponseEntity.unprocessableContent().build();
		}
		HttpStatus said = this.writing.keep(parcours.getId(), form.typed(null))
			.map((overtaken) -> overtaken.isEmpty() ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT)
			.orElse(HttpStatus.GONE);
		return ResponseEntity.status(said).build();
	}

	private static Parcours started(Seat.Running seat) {
		if (!seat.parcours().getStatus().hasStarted()) {
			throw new NotFound();
		}
		return seat.parcours();
	}

}
