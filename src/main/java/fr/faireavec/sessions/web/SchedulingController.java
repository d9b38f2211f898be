package fr.faireavec.sessions.web;

import java.util.UUID;

import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.Scheduling;
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

/** What the animation does with the date of a day. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}")
class SchedulingController {

	private final Scheduling scheduling;

	private final SessionPages pages;

	SchedulingController(Scheduling scheduling, SessionPages pages) {
		this.scheduling = scheduling;
		this.pages = pages;
	}

	@GetMapping("/programmation")
	String beforeScheduling(Seat.Running seat, @PathVariable int rank, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", SessionForm.of(this.pages.session(seat, rank)));
		return schedulePage(seat, rank, model);
	}

	@PostMapping("/programmation")
	String schedule(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") SessionForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		form.check(errors);
		if (!Submission.accepted(errors, () -> date(seat, rank, form),
				() -> SessionForm.of(this.pages.session(seat, rank)))) {
			return schedulePage(seat, rank, model);
		}
		return done(seat, rank, form.reserved ? "sessions.reserved" : "sessions.scheduled", redirect);
	}

	private void date(Seat seat, int rank, SessionForm form) {
		if (form.reserved) {
			this.scheduling.reserve(id(seat), rank, form.version, form.toPlan(), form.accepted);
		}
		else {
			this.scheduling.schedule(id(seat), rank, form.version, form.toPlan(), form.accepted, form.why);
		}
	}

	@PostMapping("/fermete")
	String makeFirm(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") WordForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.scheduling.makeFirm(id(seat), rank, form.version))) {
			return this.pages.day(seat, rank, model);
		}
		return done(seat, rank, "sessions.madeFirm", redirect);
	}

	@PostMapping("/report")
	String postpone(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") WordForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.scheduling.postpone(id(seat), rank, form.version, form.why))) {
			return this.pages.day(seat, rank, model);
		}
		return done(seat, rank, "sessions.postponed", redirect);
	}

	@GetMapping("/annulation")
	String beforeCancelling(Seat.Running seat, @PathVariable int rank, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", ReasonForm.on(this.pages.session(seat, rank).getVersion()));
		return this.pages.show("sessions/cancel", seat, rank, model);
	}

	@PostMapping("/annulation")
	String cancel(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") ReasonForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.scheduling.cancel(id(seat), rank, form.version, form.reason))) {
			return this.pages.show("sessions/cancel", seat, rank, model);
		}
		return done(seat, rank, "sessions.cancelled", redirect);
	}

	@PostMapping("/tenue")
	String hold(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") WordForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.scheduling.hold(id(seat), rank, form.version))) {
			return this.pages.day(seat, rank, model);
		}
		return done(seat, rank, "sessions.held", redirect);
	}

	private String schedulePage(Seat.Running seat, int rank, Model model) {
		model.addAttribute("modes", this.pages.modes());
		return this.pages.show("sessions/schedule", seat, rank, model);
	}

	private static UUID id(Seat seat) {
		return seat.parcours().getId();
	}

	private static String done(Seat seat, int rank, String key, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", Flash.done(key, rank));
		return "redirect:" + SessionPages.href(seat, rank);
	}

}
