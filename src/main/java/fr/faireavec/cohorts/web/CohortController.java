package fr.faireavec.cohorts.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolling;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.parcours.Seat;
import fr.faireavec.structures.StructureProfile;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The structures of a parcours, and the door by which they come in. */
@Controller
class CohortController {

	private final Participations participations;

	private final Enrolling enrolling;

	CohortController(Participations participations, Enrolling enrolling) {
		this.participations = participations;
		this.enrolling = enrolling;
	}

	@GetMapping("/parcours/{slug}/structures")
	String list(Seat.Running seat, @RequestParam(defaultValue = "") String cherche, Model model) {
		EnrolForm form = EnrolForm.from(seat.parcours().getStartsOn());
		model.addAttribute("form", form);
		this.participations.showAll(seat, form, cherche, model);
		return "cohorts/list";
	}

	@PostMapping("/parcours/{slug}/structures")
	String enrol(Seat.Running seat, @Valid @ModelAttribute("form") EnrolForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<Enrolment> made = Submission.of(errors, () -> enrol(seat, form));
		if (made.isEmpty()) {
			this.participations.showAll(seat, form, "", model);
			return "cohorts/list";
		}
		redirect.addFlashAttribute("flash", Flash.done("cohorts.enrolled", made.get().getStructure().getName()));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/structures/" + made.get().getId();
	}

	/** A second sheet for the same structure would split its history: look twice. */
	private Enrolment enrol(Seat.Running seat, EnrolForm form) {
		UUID parcours = seat.parcours().getId();
		LocalDate from = Objects.requireNonNull(form.activeFrom);
		if (!form.describesOne()) {
			return this.enrolling.enrol(form.key, parcours, Objects.requireNonNull(form.structure), from);
		}
		StructureProfile profile = form.toProfile();
		Submission.requireRead(this.enrolling.warnings(form.key, parcours, profile, from), form.accepted);
		return this.enrolling.enrolNew(form.key, parcours, profile, from);
	}

}
