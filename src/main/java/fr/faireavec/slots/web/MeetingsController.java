package fr.faireavec.slots.web;

import java.util.Objects;
import java.util.Optional;

import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The individual meetings of a parcours: all for those who run it, her own for a pilot.
 */
@Controller
class MeetingsController {

	private final MeetingKeeping keeping;

	private final MeetingsPages pages;

	MeetingsController(MeetingKeeping keeping, MeetingsPages pages) {
		this.keeping = keeping;
		this.pages = pages;
	}

	@GetMapping("/parcours/{slug}/rendez-vous")
	String list(Seat seat, @RequestParam(name = "etat", required = false) @Nullable String state, Model model) {
		model.addAttribute("form", new ExtraMeetingForm());
		return this.pages.list(seat, state, model);
	}

	@PostMapping("/parcours/{slug}/rendez-vous")
	String add(Seat.Running seat, @Valid @ModelAttribute("form") ExtraMeetingForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Optional<IndividualMeeting> made = Submission.of(errors, () -> this.keeping.addExtra(form.key,
				seat.parcours().getId(), Objects.requireNonNull(form.enrolment), form.purpose));
		if (made.isEmpty()) {
			return this.pages.list(seat, null, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("sessions.meeting.added"));
		return "redirect:" + MeetingsPages.href(seat) + "/" + made.get().getId();
	}

}
