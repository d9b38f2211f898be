package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;
import org.jspecify.annotations.Nullable;

/** A meeting has a date: its first, or another than {@code from}. */
public record MeetingScheduled(IndividualMeeting meeting, @Nullable TimeSlot from, TimeSlot to, String why,
		Changes changes) implements Audited {

	@Override
	public String what() {
		return (this.from != null) ? "meeting.moved" : "meeting.scheduled";
	}

	@Override
	public UUID subjectId() {
		return this.meeting.getId();
	}

	@Override
	public UUID parcoursId() {
		return this.meeting.getEnrolment().getParcours().getId();
	}

	@Override
	public String label() {
		return this.meeting.label();
	}

}
