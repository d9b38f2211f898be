package fr.faireavec.cohorts.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import fr.faireavec.cohorts.Enrolling;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Seat;
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
		Enrolment[] made = new Enrolment[1];
		if (!acceptable(seat, form, errors, model) || !Submission.accepted(errors, () -> made[0] = enrol(seat, form))) {
			this.participations.showAll(seat, form, "", model);
			return "cohorts/list";
		}
		redirect.addFlashAttribute("flash", Flash.done("cohorts.enrolled", made[0].getStructure().getName()));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/structures/" + made[0].getId();
	}

	/** A second sheet for the same structure would split its history: look twice. */
	private boolean acceptable(Seat.Running seat, EnrolForm form, BindingResult errors, Model model) {
		List<Warning> unread = new ArrayList<>();
		boolean clean = Submission.accepted(errors, () -> {
			if (form.describesOne()) {
				unread.addAll(Warning.unread(this.enrolling.warnings(form.getKey(), seat.parcours().getId(),
						form.toProfile(), Objects.requireNonNull(form.getActiveFrom())), form.getAccepted()));
			}
		});
		model.addAttribute("warnings", unread);
		return clean && unread.isEmpty();
	}

	private Enrolment enrol(Seat.Running seat, EnrolForm form) {
		return form.describesOne()
				? this.enrolling.enrolNew(form.getKey(), seat.parcours().getId(), form.toProfile(),
						Objects.requireNonNull(form.getActiveFrom()))
				: this.enrolling.enrol(form.getKey(), seat.parcours().getId(),
						Objects.requireNonNull(form.getStructure()), Objects.requireNonNull(form.getActiveFrom()));
	}

}
