package fr.faireavec.cohorts.web;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.signin.LinkHandout.Link;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.AccessGiving;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.cohorts.Mandating;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

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

/** Who pilots and copilots for a structure: named, replaced, signed for, let in. */
@Controller
@RequestMapping("/parcours/{slug}/structures/{enrolmentId}/mandats")
class MandateController {

	private final Participations participations;

	private final Mandating mandating;

	private final AccessGiving access;

	MandateController(Participations participations, Mandating mandating, AccessGiving access) {
		this.participations = participations;
		this.mandating = mandating;
		this.access = access;
	}

	@GetMapping("/nouveau")
	String blank(Seat.Running seat, @PathVariable UUID enrolmentId, @RequestParam MandateRole role, Model model) {
		MandateForm form = MandateForm.blank(role, this.mandating.firstDay(seat.parcours().getId(), enrolmentId, role));
		model.addAttribute("form", form);
		return page(seat, enrolmentId, form, model);
	}

	@PostMapping
	String mandate(Seat.Running seat, @PathVariable UUID enrolmentId, @Valid @ModelAttribute("form") MandateForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Optional<Mandate> made = Submission.of(errors,
				() -> this.mandating.name(seat.parcours().getId(), enrolmentId, form.toNomination()));
		if (made.isEmpty()) {
			return page(seat, enrolmentId, form, model);
		}
		Person named = made.get().getPerson();
		return done(seat, enrolmentId, mandated(made.get().getRole(), named.getName(), named.getEmail()), redirect);
	}

	@GetMapping("/{mandateId}/signature")
	String beforeSigning(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId, Model model) {
		Mandate mandate = this.participations.mandate(seat, enrolmentId, mandateId);
		model.addAttribute("form", SignatureForm.of(mandate, this.participations.today(seat)));
		return operation(seat, enrolmentId, mandateId, "cohorts/signature", model);
	}

	@PostMapping("/{mandateId}/signature")
	String sign(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId,
			@Valid @ModelAttribute("form") SignatureForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Mandate mandate = this.participations.mandate(seat, enrolmentId, mandateId);
		if (!Submission.accepted(errors,
				() -> this.mandating.sign(seat.parcours().getId(), mandateId, form.version, form.signatory,
						Objects.requireNonNull(form.on)),
				() -> SignatureForm.of(this.participations.mandate(seat, enrolmentId, mandateId),
						this.participations.today(seat)))) {
			return operation(seat, enrolmentId, mandateId, "cohorts/signature", model);
		}
		return done(seat, enrolmentId, Flash.done("cohorts.signed", mandate.getPerson().getName()), redirect);
	}

	@GetMapping("/{mandateId}/fin")
	String beforeEnding(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId, Model model) {
		Mandate mandate = this.participations.mandate(seat, enrolmentId, mandateId);
		mandate.requireOpen();
		model.addAttribute("form",
				MandateEndForm.of(mandate, this.mandating.firstEnd(seat.parcours().getId(), mandateId)));
		return operation(seat, enrolmentId, mandateId, "cohorts/mandate-end", model);
	}

	@PostMapping("/{mandateId}/fin")
	String end(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId,
			@Valid @ModelAttribute("form") MandateEndForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Mandate mandate = this.participations.mandate(seat, enrolmentId, mandateId);
		if (!Submission.accepted(errors,
				() -> this.mandating.end(seat.parcours().getId(), mandateId, form.version,
						Objects.requireNonNull(form.from)),
				() -> MandateEndForm.of(this.participations.mandate(seat, enrolmentId, mandateId),
						this.participations.today(seat)))) {
			return operation(seat, enrolmentId, mandateId, "cohorts/mandate-end", model);
		}
		return done(seat, enrolmentId, Flash.done("cohorts.ended", mandate.getPerson().getName()), redirect);
	}

	/** Shows the link in the answer itself: nothing keeps it. */
	@PostMapping("/{mandateId}/acces")
	String link(Seat.Running seat, @PathVariable UUID enrolmentId, @PathVariable UUID mandateId, Model model) {
		Link link = this.access.give(seat.parcours().getId(), enrolmentId, mandateId, seat.viewer());
		model.addAttribute("link", link.address());
		model.addAttribute("linkFor", link.person());
		this.participations.show(seat, this.participations.open(seat, enrolmentId), model);
		return "cohorts/participation";
	}

	private String page(Seat.Running seat, UUID enrolmentId, MandateForm form, Model model) {
		MandateRole role = form.role;
		if (role == null) {
			throw new NotFound();
		}
		this.participations.name(this.participations.open(seat, enrolmentId), model);
		model.addAttribute("role", role);
		model.addAttribute("replaced",
				this.participations.holders(seat, enrolmentId)
					.stream()
					.filter((holder) -> holder.role() == role)
					.findFirst()
					.orElse(null));
		return "cohorts/mandate";
	}

	private String operation(Seat.Running seat, UUID enrolmentId, UUID mandateId, String view, Model model) {
		this.participations.name(this.participations.open(seat, enrolmentId), model);
		model.addAttribute("mandate", this.participations.mandate(seat, enrolmentId, mandateId));
		return view;
	}

	/** Says whether somebody is written to, and where. */
	private static Flash mandated(MandateRole role, String name, @Nullable String address) {
		String key = "cohorts.mandated." + role;
		return (address != null) ? Flash.done(key, name, address) : Flash.done(key + ".noEmail", name);
	}

	private static String done(Seat seat, UUID enrolmentId, Flash flash, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", flash);
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/structures/" + enrolmentId;
	}

}
