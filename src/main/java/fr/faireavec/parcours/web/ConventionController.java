package fr.faireavec.parcours.web;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.funders.Funders;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Convention;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.Conventions;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conventions of a parcours, for those who run it. */
@Controller
class ConventionController {

	private final Conventions conventions;

	private final ConventionKeeping keeping;

	private final Funders funders;

	ConventionController(Conventions conventions, ConventionKeeping keeping, Funders funders) {
		this.conventions = conventions;
		this.keeping = keeping;
		this.funders = funders;
	}

	@GetMapping("/parcours/{slug}/conventions")
	String list(Seat.Running seat, Model model) {
		model.addAttribute("conventions", this.conventions.ofParcours(seat.parcours().getId()));
		return "parcours/conventions";
	}

	@GetMapping("/parcours/{slug}/conventions/nouvelle")
	String blank(Seat.Running seat, Model model) {
		ConventionForm form = new ConventionForm();
		form.startsOn = seat.parcours().getStartsOn();
		form.endsOn = seat.parcours().getEndsOn();
		model.addAttribute("form", form);
		return page(model);
	}

	@PostMapping("/parcours/{slug}/conventions/nouvelle")
	String agree(Seat.Running seat, @Valid @ModelAttribute("form") ConventionForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Optional<Convention> agreed = Submission.of(errors, () -> this.keeping.agree(form.key, seat.parcours().getId(),
				Objects.requireNonNull(form.funder), form.toTerms()));
		if (agreed.isEmpty()) {
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("conventions.agreed", agreed.get().getTerms().number()));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/conventions";
	}

	@GetMapping("/parcours/{slug}/conventions/{id}")
	String edit(Seat.Running seat, @PathVariable UUID id, Model model) {
		Convention convention = in(seat, id);
		model.addAttribute("convention", convention);
		model.addAttribute("form", ConventionForm.of(convention));
		return page(model);
	}

	@PostMapping("/parcours/{slug}/conventions/{id}")
	String amend(Seat.Running seat, @PathVariable UUID id, @Valid @ModelAttribute("form") ConventionForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Convention convention = in(seat, id);
		if (!convention.getFunder().getId().equals(form.funder)) {
			errors.rejectValue("funder", "conventions.funder.stays");
		}
		Optional<Convention> amended = Submission.of(errors,
				() -> this.keeping.amend(seat.parcours().getId(), id, form.version, form.toTerms()),
				() -> ConventionForm.of(in(seat, id)));
		if (amended.isEmpty()) {
			model.addAttribute("convention", convention);
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("conventions.amended", amended.get().getTerms().number()));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/conventions";
	}

	private Convention in(Seat.Running seat, UUID id) {
		return this.conventions.in(seat.parcours().getId(), id).orElseThrow(NotFound::new);
	}

	private String page(Model model) {
		model.addAttribute("funders",
				this.funders.byName()
					.stream()
					.map((funder) -> new Option(funder.getId().toString(), funder.getName()))
					.toList());
		return "parcours/convention";
	}

}
