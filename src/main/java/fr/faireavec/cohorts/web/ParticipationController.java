package fr.faireavec.cohorts.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolling;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Leaving;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.taxonomies.EntryWords;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One structure in one parcours: what it aims at, its estimate, its leaving. */
@Controller
@RequestMapping("/parcours/{slug}/structures/{enrolmentId}")
class ParticipationController {

	private final Participations participations;

	private final Enrolling enrolling;

	private final Leaving leaving;

	private final EntryWords words;

	ParticipationController(Participations participations, Enrolling enrolling, Leaving leaving, EntryWords words) {
		this.participations = participations;
		this.enrolling = enrolling;
		this.leaving = leaving;
		this.words = words;
	}

	@GetMapping
	String participation(Seat seat, @PathVariable UUID enrolmentId, Model model) {
		this.participations.show(seat, this.participations.open(seat, enrolmentId), model);
		return "cohorts/participation";
	}

	@GetMapping("/niveaux")
	String beforeAiming(Seat seat, @PathVariable UUID enrolmentId, Model model) {
		seat.parcours().requireItsPeople();
		model.addAttribute("form", AimsForm.of(this.participations.open(seat, enrolmentId)));
		return aimsPage(seat, enrolmentId, model);
	}

	@PostMapping("/niveaux")
	String aim(Seat seat, @PathVariable UUID enrolmentId, @Valid @ModelAttribute("form") AimsForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		this.participations.open(seat, enrolmentId);
		if (!Submission.accepted(errors,
				() -> this.enrolling.aimAt(seat.parcours().getId(), enrolmentId, form.levels))) {
			return aimsPage(seat, enrolmentId, model);
		}
		return done(seat, enrolmentId, Flash.done("cohorts.aimed"), redirect);
	}

	@GetMapping("/estimation")
	String beforeEstimating(Seat seat, @PathVariable UUID enrolmentId, Model model) {
		seat.parcours().requireItsPeople();
		Enrolment enrolment = this.participations.open(seat, enrolmentId);
		model.addAttribute("form", EstimateForm.of(enrolment));
		this.participations.name(enrolment, model);
		return "cohorts/estimate";
	}

	@PostMapping("/estimation")
	String estimate(Seat seat, @PathVariable UUID enrolmentId, @Valid @ModelAttribute("form") EstimateForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Enrolment enrolment = this.participations.open(seat, enrolmentId);
		if (!Submission.accepted(errors,
				() -> this.enrolling.estimateDistinctServiceUsers(seat.parcours().getId(), enrolmentId, form.people))) {
			this.participations.name(enrolment, model);
			return "cohorts/estimate";
		}
		return done(seat, enrolmentId, Flash.done("cohorts.estimated"), redirect);
	}

	@GetMapping("/retrait")
	String beforeWithdrawing(Seat.Running seat, @PathVariable UUID enrolmentId, Model model) {
		Enrolment enrolment = this.participations.open(seat, enrolmentId);
		seat.parcours().requireOpenToWork();
		enrolment.requireStaying();
		model.addAttribute("form",
				WithdrawalForm.of(enrolment, this.leaving.firstDay(seat.parcours().getId(), enrolmentId)));
		return withdrawalPage(seat, enrolmentId, model);
	}

	@PostMapping("/retrait")
	String withdraw(Seat.Running seat, @PathVariable UUID enrolmentId,
			@Valid @ModelAttribute("form") WithdrawalForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Enrolment enrolment = this.participations.open(seat, enrolmentId);
		if (!Submission.accepted(errors,
				() -> this.leaving.withdraw(seat.parcours().getId(), enrolmentId, form.version,
						Objects.requireNonNull(form.on), form.reason),
				() -> WithdrawalForm.of(this.participations.open(seat, enrolmentId),
						this.participations.today(seat)))) {
			return withdrawalPage(seat, enrolmentId, model);
		}
		return done(seat, enrolmentId, Flash.done("cohorts.withdrawn", enrolment.getStructure().getName()), redirect);
	}

	@GetMapping("/retour")
	String beforeReturning(Seat.Running seat, @PathVariable UUID enrolmentId, Model model) {
		Enrolment enrolment = this.participations.open(seat, enrolmentId);
		seat.parcours().requireOpenToWork();
		enrolment.requireLeaving();
		model.addAttribute("form", this.participations.returnOf(seat, enrolmentId));
		return returnPage(seat, enrolmentId, model);
	}

	@PostMapping("/retour")
	String comeBack(Seat.Running seat, @PathVariable UUID enrolmentId, @Valid @ModelAttribute("form") ReturnForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Enrolment enrolment = this.participations.open(seat, enrolmentId);
		form.among(this.leaving.lapsed(seat.parcours().getId(), enrolmentId));
		if (!Submission.accepted(errors,
				() -> this.leaving.comeBack(seat.parcours().getId(), enrolmentId, form.version,
						Objects.requireNonNull(form.on), form.reason, form.mandates),
				() -> this.participations.returnOf(seat, enrolmentId))) {
			return returnPage(seat, enrolmentId, model);
		}
		return done(seat, enrolmentId, Flash.done("cohorts.returned", enrolment.getStructure().getName()), redirect);
	}

	private String returnPage(Seat.Running seat, UUID enrolmentId, Model model) {
		this.participations.showReturn(seat, this.participations.open(seat, enrolmentId), model);
		return "cohorts/return";
	}

	private String aimsPage(Seat seat, UUID enrolmentId, Model model) {
		Enrolment enrolment = this.participations.open(seat, enrolmentId);
		List<Option> levels = this.participations.scale(seat)
			.stream()
			.filter((level) -> level.getRetiredOn() == null || enrolment.getAimedLevels().contains(level))
			.map((level) -> new Option(level.getId().toString(), level.getRank() + "\u00a0· " + this.words.of(level),
					level.getExplanation().isEmpty() ? null : level.getExplanation()))
			.toList();
		if (levels.isEmpty()) {
			throw new NotFound();
		}
		this.participations.name(enrolment, model);
		model.addAttribute("levels", levels);
		return "cohorts/aims";
	}

	private String withdrawalPage(Seat.Running seat, UUID enrolmentId, Model model) {
		this.participations.name(this.participations.open(seat, enrolmentId), model);
		model.addAttribute("holders", this.participations.holders(seat, enrolmentId));
		return "cohorts/withdrawal";
	}

	private static String done(Seat seat, UUID enrolmentId, Flash flash, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", flash);
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/structures/" + enrolmentId;
	}

}
