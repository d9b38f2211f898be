package fr.faireavec.slots;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.FrenchFormat;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the people of a structure which slot is theirs, and how to take another. */
@Component
@Transactional(readOnly = true)
class SlotAssignedLetter implements LetterKind {

	/** The subject is the meeting. */
	static final String NAME = "slots.assigned";

	private final IndividualMeetings meetings;

	private final MeetingSlots slots;

	private final Mandates mandates;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final BaseUrl base;

	private final Clock clock;

	SlotAssignedLetter(IndividualMeetings meetings, MeetingSlots slots, Mandates mandates, FrenchFormat french,
			MessageSource messages, BaseUrl base, Clock clock) {
		this.meetings = meetings;
		this.slots = slots;
		this.mandates = mandates;
		this.french = french;
		this.messages = messages;
		this.base = base;
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	/** While the meeting has a slot, to come, and they stand for the structure. */
	@Override
	public boolean stillDue(Envelope envelope) {
		return this.meetings.findById(envelope.subjectId()).filter((meeting) -> {
			Parcours parcours = meeting.getEnrolment().getParcours();
			LocalDate today = parcours.today(this.clock);
			TimeSlot slot = meeting.getSlot();
			return meeting.getState() == MeetingState.SCHEDULED && slot != null
					&& slot.start().isAfter(parcours.now(this.clock))
					&& this.slots.ofMeeting(meeting.getId()).isPresent()
					&& this.mandates.ofEnrolment(meeting.getEnrolment().getId())
						.stream()
						.anyMatch((mandate) -> mandate.getPerson().getId().equals(envelope.recipientId())
								&& mandate.isActiveOn(today));
		}).isPresent();
	}

	@Override
	public Letter render(Envelope envelope) {
		IndividualMeeting meeting = this.meetings.findById(envelope.subjectId()).orElseThrow(NotFound::new);
		Parcours parcours = meeting.getEnrolment().getParcours();
		String structure = meeting.getEnrolment().getStructure().getName();
		TimeSlot slot = meeting.getSlot();
		if (slot == null) {
			throw new NotFound();
		}
		Letter letter = Letter.about(say("subject", structure))
			.text(say("text", structure, parcours.getName()))
			.fact(say("when"), this.french.fullDay(slot.start()) + ", " + this.french.hours(slot.start(), slot.end()));
		if (!meeting.getPlace().isEmpty()) {
			letter = letter.fact(say("where"), meeting.getPlace());
		}
		return letter
			.button(say("move"),
					this.base.of("/parcours/" + parcours.getSlug() + "/rendez-vous/" + meeting.getId() + "/creneau"))
			.small(say("keep"));
	}

	private String say(String key, Object... words) {
		return this.messages.getMessage("slots.letter.assigned." + key, words, Locale.FRENCH);
	}

}
