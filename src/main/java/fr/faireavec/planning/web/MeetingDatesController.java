package fr.faireavec.planning.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Introductions;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.MeetingsDating;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** All the individual meetings without a date, on one table, for who knows them. */
@Controller
@RequestMapping("/parcours/{slug}/planification/rendez-vous")
class MeetingDatesController {

	private final MeetingsDating dating;

	private final Introductions introductions;

	MeetingDatesController(MeetingsDating dating, Introductions introductions) {
		this.dating = dating;
		this.introductions = introductions;
	}

	@GetMapping
	String table(Seat.Running seat, Model model) {
		seat.parcours().requireOpenToWork();
		List<IndividualMeeting> meetings = this.dating.toDate(seat.parcours());
		List<Person> facilitators = this.dating.facilitators(seat.parcours());
		model.addAttribute("form",
				MeetingDatesForm.of(meetings, this.dating.places(seat.parcours()), usual(seat, facilitators)));
		return page(meetings, facilitators, model);
	}

	@PostMapping
	String date(Seat.Running seat, @Valid @ModelAttribute("form") MeetingDatesForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		seat.parcours().requireOpenToWork();
		List<IndividualMeeting> meetings = this.dating.toDate(seat.parcours());
		if (!form.pasted.isBlank()) {
			Submission.accepted(errors, () -> paste(form, meetings));
			return again(seat, form, meetings, model);
		}
		form.check(meetings, errors);
		Optional<Integer> dated = Submission.of(errors, () -> date(seat, form, meetings));
		if (dated.isEmpty()) {
			return again(seat, form, meetings, model);
		}
		redirect.addFlashAttribute("flash", (dated.get() == 0) ? Flash.note("planning.meetings.dated.none") : Flash
			.done((dated.get() == 1) ? "planning.meetings.dated.one" : "planning.meetings.dated.many", dated.get()));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/rendez-vous";
	}

	/** What was typed for a meeting that is to date no more is said, and not kept. */
	private int date(Seat seat, MeetingDatesForm form, List<IndividualMeeting> meetings) {
		if (form.gone(meetings) > 0) {
			throw new Refusal("planning.meetings.gone");
		}
		return this.dating.date(seat.parcours(), form.datings(meetings), form.accepted);
	}

	/** What is pasted fills the rows; nothing is kept before it was looked at. */
	private static void paste(MeetingDatesForm form, List<IndividualMeeting> meetings) {
		List<Integer> unread = PastedMeetings.fill(form, meetings);
		if (!unread.isEmpty()) {
			throw Refusal.of("pasted",
					(unread.size() == 1) ? "planning.meetings.unread.one" : "planning.meetings.unread.many",
					unread.toString().replaceAll("[\\[\\]]", ""));
		}
		form.pasted = "";
		throw new Unconfirmed("web.warnings", List.of(Warning.of("planning.pasted.check")));
	}

	private String again(Seat seat, MeetingDatesForm form, List<IndividualMeeting> meetings, Model model) {
		// Whoever sends again has read what the meeting is by now.
		meetings.forEach((meeting) -> form.version.put(meeting.getId().toString(), meeting.getVersion()));
		return page(meetings, this.dating.facilitators(seat.parcours()), model);
	}

	private String page(List<IndividualMeeting> meetings, List<Person> facilitators, Model model) {
		Map<UUID, String> who = this.introductions.apart(facilitators);
		model.addAttribute("meetings", meetings.stream().map(MeetingDateRow::of).toList());
		model.addAttribute("facilitators",
				facilitators.stream()
					.map((person) -> new Option(person.getId().toString(), String.valueOf(who.get(person.getId()))))
					.toList());
		return "planning/meetings";
	}

	/** Whoever is at work, if they meet structures of it; or the only one who does. */
	private static @Nullable UUID usual(Seat seat, List<Person> facilitators) {
		UUID me = seat.viewer().personId();
		if (facilitators.size() == 1) {
			return facilitators.getFirst().getId();
		}
		return facilitators.stream().anyMatch((person) -> person.getId().equals(me)) ? me : null;
	}

	/** One meeting of the table. */
	record MeetingDateRow(UUID id, String structure, int rank, boolean extra, String purpose) {

		static MeetingDateRow of(IndividualMeeting meeting) {
			return new MeetingDateRow(meeting.getId(), meeting.getEnrolment().getStructure().getName(),
					meeting.getRank(), meeting.isExtra(), meeting.getPurpose());
		}

	}

}
