package fr.faireavec.cohorts.web;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.AddressKeeping;
import fr.faireavec.cohorts.Mandate;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The address of a pilot or copilot: given later, or freed once they have left. */
@Controller
@RequestMapping("/parcours/{slug}/structures/{enrolmentId}/mandats/{mandateId}/adresse")
class MandateAddressController {

	private final Participations participations;

	private final AddressKeeping keeping;

	private final Throttle throttle;

	MandateAddressController(Participations participations, AddressKeeping keeping, Throttle throttle) {
		this.participations = participations;
		this.keeping = keeping;
		this.throttle = throttle;
	}

	@GetMapping
	String beforeGiving(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId, Model model) {
		model.addAttribute("form", MandateAddressForm.of(person(seat, enrolmentId, mandateId)));
		return giving(seat, enrolmentId, mandateId, model);
	}

	@PostMapping
	String give(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId,
			@Valid @ModelAttribute("form") MandateAddressForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			this.throttle.pass(Gate.ADDRESS, Throttle.Attempt.by(seat.viewer(), form.email));
		}
		Optional<Person> given = Submission
			.of(errors,
					() -> this.keeping.give(seat.viewer(), seat.parcours().getId(), enrolmentId, mandateId,
							form.version, form.email),
					() -> MandateAddressForm.of(person(seat, enrolmentId, mandateId)));
		if (given.isEmpty()) {
			return giving(seat, enrolmentId, mandateId, model);
		}
		return done(seat, enrolmentId,
				Flash.done("cohorts.address.given", given.get().getName(), String.valueOf(given.get().getEmail())),
				redirect);
	}

	@GetMapping("/liberation")
	String beforeFreeing(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId, Model model) {
		return page(seat, enrolmentId, mandateId, "cohorts/address-free", model);
	}

	@PostMapping("/liberation")
	String free(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId,
			@RequestParam int version, RedirectAttributes redirect) {
		String address = person(seat, enrolmentId, mandateId).getEmail();
		if (address != null) {
			this.throttle.pass(Gate.ADDRESS, Throttle.Attempt.by(seat.viewer(), address));
		}
		String freed = this.keeping.free(seat.viewer(), seat.parcours().getId(), enrolmentId, mandateId, version);
		return done(seat, enrolmentId, Flash.done("cohorts.address.freed", freed), redirect);
	}

	private String giving(Seat.Running seat, UUID enrolmentId, UUID mandateId, Model model) {
		model.addAttribute("obstacle", this.keeping.obstacle(person(seat, enrolmentId, mandateId)).orElse(null));
		return page(seat, enrolmentId, mandateId, "cohorts/address", model);
	}

	private Person person(Seat.Running seat, UUID enrolmentId, UUID mandateId) {
		return this.participations.mandate(seat, enrolmentId, mandateId).getPerson();
	}

	private String page(Seat.Running seat, UUID enrolmentId, UUID mandateId, String view, Model model) {
		Mandate mandate = this.participations.mandate(seat, enrolmentId, mandateId);
		this.participations.name(this.participations.open(seat, enrolmentId), model);
		model.addAttribute("mandate", mandate);
		return view;
	}

	private static String done(Seat seat, UUID enrolmentId, Flash flash, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", flash);
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/structures/" + enrolmentId;
	}

}
