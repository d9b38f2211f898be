package fr.faireavec.slots.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.slots.BookingNotice;
import fr.faireavec.slots.SlotRow;
import fr.faireavec.slots.SlotRows;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Option;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Prepares the page where a structure chooses a slot for one of its meetings. */
@Component
class ChoicePages {

	private final SlotRows slots;

	private final IndividualMeetings meetings;

	private final BookingNotice notice;

	private final FrenchFormat french;

	private final MessageSource messages;

	ChoicePages(SlotRows slots, IndividualMeetings meetings, BookingNotice notice, FrenchFormat french,
			MessageSource messages) {
		this.slots = slots;
		this.meetings = meetings;
		this.notice = notice;
		this.french = french;
		this.messages = messages;
	}

	/** One meeting of a structure she stands for; any other is not there. */
	IndividualMeeting own(Seat.Piloting seat, UUID id) {
		return this.meetings.in(seat.parcours().getId(), id)
			.filter((meeting) -> seat.pilots(meeting.getEnrolment().getId()))
			.orElseThrow(NotFound::new);
	}

	/** The meeting as it now is, and what is left: she chooses on that. */
	String page(Seat.Piloting seat, UUID id, ChoiceForm form, Model model) {
		IndividualMeeting meeting = own(seat, id);
		form.version = meeting.getVersion();
		model.addAttribute("rank", meeting.getRank());
		model.addAttribute("structure", meeting.getEnrolment().getStructure().getName());
		model.addAttribute("purpose", meeting.getPurpose());
		model.addAttribute("now", meeting.getSlot());
		model.addAttribute("hours", this.notice.of(seat.parcours().getId()).hours());
		model.addAttribute("href", MeetingsPages.href(seat));
		model.addAttribute("action", MeetingsPages.href(seat) + "/" + meeting.getId() + "/creneau");
		model.addAttribute("choices", this.slots.free(seat.parcours().getId()).stream().map(this::option).toList());
		return "slots/choice";
	}

	private Option option(SlotRow row) {
		TimeSlot slot = row.slot();
		String where = !row.place().isEmpty() ? row.place()
				: (row.mode() != Mode.DISTANCIEL) ? say("slots.atYours") : "";
		String hint = Stream.of(row.facilitator(), say("sessions.mode." + row.mode()), where)
			.filter((part) -> !part.isEmpty())
			.collect(Collectors.joining(", "));
		return new Option(row.id().toString(), inWords(slot), hint);
	}

	/** « mardi 17 novembre 2026, 9 h → 10 h ». */
	String inWords(TimeSlot slot) {
		return String.join(", ",
				List.of(this.french.fullDay(slot.start()), this.french.hours(slot.start(), slot.end())));
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

}
