package fr.faireavec.cohorts.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateState;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.cohorts.Mandating;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All the signatures that are missing, in one table. */
@Controller
class SignaturesController {

	private static final String PAGE = "/parcours/{slug}/structures/signatures";

	private final Enrolments enrolments;

	private final Mandates mandates;

	private final Mandating mandating;

	private final Participations participations;

	SignaturesController(Enrolments enrolments, Mandates mandates, Mandating mandating, Participations participations) {
		this.enrolments = enrolments;
		this.mandates = mandates;
		this.mandating = mandating;
		this.participations = participations;
	}

	@GetMapping(PAGE)
	String beforeSigning(Seat.Running seat, Model model) {
		model.addAttribute("form", SignaturesForm.on(this.participations.today(seat)));
		return page(waiting(seat), model);
	}

	@PostMapping(PAGE)
	String sign(Seat.Running seat, @Valid @ModelAttribute("form") SignaturesForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		List<SignatureRow> waiting = waiting(seat);
		Map<UUID, String> signed = form.signed(waiting);
		if (signed.isEmpty() && !errors.hasErrors()) {
			errors.reject("cohorts.signatures.nobody");
		}
		int[] count = new int[1];
		if (!Submission.accepted(errors, () -> count[0] = this.mandating.sign(seat.parcours().getId(), signed,
				Objects.requireNonNull(form.on)))) {
			return page(waiting, model);
		}
		redirect.addFlashAttribute("flash", Flash.counted("cohorts.signatures.done", count[0]));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/structures";
	}

	private static String page(List<SignatureRow> waiting, Model model) {
		model.addAttribute("waiting", waiting);
		return "cohorts/signatures";
	}

	private List<SignatureRow> waiting(Seat.Running seat) {
		Map<UUID, List<Mandate>> unsigned = this.mandates.ofParcours(seat.parcours().getId())
			.stream()
			.filter((mandate) -> mandate.getState() == MandateState.ACTIVE && !mandate.isSigned())
			.collect(Collectors.groupingBy((mandate) -> mandate.getEnrolment().getId()));
		return this.enrolments.ofParcours(seat.parcours().getId())
			.stream()
			.filter((enrolment) -> unsigned.containsKey(enrolment.getId()))
			.map((enrolment) -> new SignatureRow(enrolment.getId(), enrolment.getStructure().getName(),
					unsigned.getOrDefault(enrolment.getId(), List.of())
						.stream()
						.map((mandate) -> mandate.getPerson().getName())
						.collect(Collectors.joining(", "))))
			.toList();
	}

}
