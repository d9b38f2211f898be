package fr.faireavec.sessions.web;

import java.util.UUID;

import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.CollectiveSession;
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

/** What the animation writes about a day, and takes back. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}")
class SessionRecordController {

	private final Scheduling scheduling;

	private final SessionPages pages;

	SessionRecordController(Scheduling scheduling, SessionPages pages) {
		this.scheduling = scheduling;
		this.pages = pages;
	}

	@GetMapping("/contenu")
	String beforeDescribing(Seat.Running seat, @PathVariable int rank, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", SessionContentForm.of(this.pages.session(seat, rank)));
		return this.pages.show("sessions/content", seat, rank, model);
	}

	@PostMapping("/contenu")
	String describe(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") SessionContentForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.scheduling.prepare(id(seat), rank, form.version, form.title, form.objectives, form.toBring),
				() -> SessionContentForm.of(this.pages.session(seat, rank)))) {
			return this.pages.show("sessions/content", seat, rank, model);
		}
		return done(seat, rank, "sessions.described", redirect);
	}

	@GetMapping("/compte-rendu")
	String beforeWriting(Seat.Running seat, @PathVariable int rank, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", MinutesForm.of(this.pages.session(seat, rank)));
		return this.pages.show("sessions/minutes", seat, rank, model);
	}

	@PostMapping("/compte-rendu")
	String write(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") MinutesForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		CollectiveSession day = this.pages.session(seat, rank);
		if (!Submission.accepted(errors, () -> this.scheduling.describe(id(seat), rank, form.version, day.getTitle(),
				day.getObjectives(), form.minutes), () -> MinutesForm.of(this.pages.session(seat, rank)))) {
			return this.pages.show("sessions/minutes", seat, rank, model);
		}
		return done(seat, rank, "sessions.minutes.written", redirect);
	}

	@GetMapping("/tenue")
	String backToTheDay(Seat.Running seat, @PathVariable int rank) {
		return "redirect:" + SessionPages.href(seat, rank);
	}

	@GetMapping("/tenue/annulation")
	String beforeUndoing(Seat.Running seat, @PathVariable int rank, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", ReasonForm.on(this.pages.session(seat, rank).getVersion()));
		return this.pages.show("sessions/undo", seat, rank, model);
	}

	@PostMapping("/tenue/annulation")
	String undo(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") ReasonForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.scheduling.undoHold(id(seat), rank, form.version, form.reason))) {
			return this.pages.show("sessions/undo", seat, rank, model);
		}
		return done(seat, rank, "sessions.heldUndone", redirect);
	}

	private static UUID id(Seat seat) {
		return seat.parcours().getId();
	}

	private static String done(Seat seat, int rank, String key, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", Flash.done(key, rank));
		return "redirect:" + SessionPages.href(seat, rank);
	}

}
