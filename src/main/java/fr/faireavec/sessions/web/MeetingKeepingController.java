package fr.faireavec.sessions.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.accounts.Introductions;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.MeetingFacilitators;
import fr.faireavec.sessions.MeetingFacilitators.Choice;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the animation does with the date of a meeting. */
@Controller
@RequestMapping("/parcours/{slug}/rendez-vous/{id}")
class MeetingKeepingController {

	private final MeetingKeeping keeping;

	private final MeetingPages pages;

	private final SessionPages words;

	private final MeetingFacilitators facilitators;

	private final Introductions introductions;

	private final MessageSource messages;

	MeetingKeepingController(MeetingKeeping keeping, MeetingPages pages, SessionPages words,
			MeetingFacilitators facilitators, Introductions introductions, MessageSource messages) {
		this.keeping = keeping;
		this.pages = pages;
		this.words = words;
		this.facilitators = facilitators;
		this.introductions = introductions;
		this.messages = messages;
	}

	@GetMapping("/programmation")
	String beforeScheduling(Seat.Running seat, @PathVariable UUID id, Model model) {
		seat.parcours().requireOpenToWork();
		List<Choice> choices = this.facilitators.choices(parcours(seat), id);
		model.addAttribute("form", MeetingForm.of(this.pages.meeting(seat, id), usual(seat, choices)));
		return schedulePage(seat, id, choices, model);
	}

	@PostMapping("/programmation")
	String schedule(Seat.Running seat, @PathVariable UUID id, @Valid @ModelAttribute("form") MeetingForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		this.pages.meeting(seat, id);
		if (!Submission.accepted(errors, () -> save(seat, id, form),
				() -> MeetingForm.of(this.pages.meeting(seat, id), null))) {
			return schedulePage(seat, id, this.facilitators.choices(parcours(seat), id), model);
		}
		return done(seat, id, "sessions.meeting.scheduled", redirect);
	}

	@PostMapping("/report")
	String postpone(Seat.Running seat, @PathVariable UUID id, @Valid @ModelAttribute("form") WordForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.keeping.postpone(parcours(seat), id, form.version, form.why))) {
			return this.pages.page(seat, id, model);
		}
		return done(seat, id, "sessions.meeting.postponed", redirect);
	}

	@GetMapping("/annulation")
	String beforeCancelling(Seat.Running seat, @PathVariable UUID id, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", ReasonForm.on(this.pages.meeting(seat, id).getVersion()));
		return this.pages.show("sessions/meeting-cancel", seat, id, model);
	}

	@PostMapping("/annulation")
	String cancel(Seat.Running seat, @PathVariable UUID id, @Valid @ModelAttribute("form") ReasonForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.keeping.cancel(parcours(seat), id, form.version, form.reason))) {
			return this.pages.show("sessions/meeting-cancel", seat, id, model);
		}
		return done(seat, id, "sessions.meeting.cancelled", redirect);
	}

	private void save(Seat.Running seat, UUID id, MeetingForm form) {
		TimeSlot slot = form.toSlot();
		UUID facilitator = Objects.requireNonNull(form.facilitator);
		Submission.requireRead(this.keeping.warnings(parcours(seat), id, facilitator, slot), form.accepted);
		this.keeping.schedule(parcours(seat), id, form.version, facilitator, slot, Objects.requireNonNull(form.mode),
				form.place, form.why);
	}

	private String schedulePage(Seat.Running seat, UUID id, List<Choice> choices, Model model) {
		model.addAttribute("modes", this.words.modes());
		Map<UUID, String> who = this.introductions.apart(choices.stream().map(Choice::person).toList());
		model.addAttribute("facilitators",
				choices.stream()
					.map((choice) -> new Option(choice.person().getId().toString(),
							inWords(choice, String.valueOf(who.get(choice.person().getId())))))
					.toList());
		return this.pages.show("sessions/meeting-schedule", seat, id, model);
	}

	private String inWords(Choice choice, String name) {
		String kept = !choice.running() ? "gone" : !choice.open() ? "closed" : "";
		return kept.isEmpty() ? name : this.messages.getMessage("sessions.meeting.facilitator." + kept,
				new Object[] { name }, Locale.FRENCH);
	}

	private static @Nullable UUID usual(Seat seat, List<Choice> choices) {
		UUID me = seat.viewer().personId();
		return choices.stream().anyMatch((choice) -> choice.person().getId().equals(me)) ? me : null;
	}

	private static UUID parcours(Seat seat) {
		return seat.parcours().getId();
	}

	private static String done(Seat seat, UUID id, String key, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", Flash.done(key));
		return "redirect:" + MeetingPages.href(seat, id);
	}

}
