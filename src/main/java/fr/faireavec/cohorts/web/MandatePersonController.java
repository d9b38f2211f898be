package fr.faireavec.cohorts.web;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.PersonCorrecting;
import fr.faireavec.cohorts.PersonCorrecting.Outcome;
import fr.faireavec.parcours.Seat;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
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

/** A pilot or copilot, corrected by the animation. */
@Controller
@RequestMapping("/parcours/{slug}/structures/{enrolmentId}/mandats/{mandateId}/personne")
class MandatePersonController {

	private final Participations participations;

	private final PersonCorrecting correcting;

	private final Throttle throttle;

	MandatePersonController(Participations participations, PersonCorrecting correcting, Throttle throttle) {
		this.participations = participations;
		this.correcting = correcting;
		this.throttle = throttle;
	}

	@GetMapping
	String before(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId, Model model) {
		model.addAttribute("form", MandatePersonForm.of(person(seat, enrolmentId, mandateId)));
		return page(seat, enrolmentId, mandateId, model);
	}

	@PostMapping
	String correct(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId,
			@Valid @ModelAttribute("form") MandatePersonForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Person person = person(seat, enrolmentId, mandateId);
		// Beside the others that are missing, not after them.
		if (person.getEmail() != null && form.email.isBlank() && !errors.hasFieldErrors("email")) {
			errors.rejectValue("email", "cohorts.person.email.needed", new Object[] { person.getName() }, null);
		}
		if (!errors.hasErrors() && !form.email.equals(String.valueOf(person.getEmail()))) {
			this.throttle.pass(Gate.ADDRESS, Throttle.Attempt.by(seat.viewer(), form.email));
		}
		Optional<Outcome> outcome = Submission.of(errors,
				() -> this.correcting.correct(seat.viewer(), seat.parcours().getId(), enrolmentId, mandateId,
						form.version, form.details()),
				() -> MandatePersonForm.of(person(seat, enrolmentId, mandateId)));
		if (outcome.isEmpty()) {
			return page(seat, enrolmentId, mandateId, model);
		}
		redirect.addFlashAttribute("flash",
				Flash.done("cohorts.person.done." + outcome.get(), form.givenName + " " + form.familyName, form.email));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/structures/" + enrolmentId;
	}

	private Person person(Seat.Running seat, UUID enrolmentId, UUID mandateId) {
		return this.participations.mandate(seat, enrolmentId, mandateId).getPerson();
	}

	private String page(Seat.Running seat, UUID enrolmentId, UUID mandateId, Model model) {
		Mandate mandate = this.participations.mandate(seat, enrolmentId, mandateId);
		this.participations.name(this.participations.open(seat, enrolmentId), model);
		model.addAttribute("mandate", mandate);
		return "cohorts/person";
	}

}
