package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;
import org.jspecify.annotations.Nullable;

/** A meeting lost its date and waits for another. Where it was, if it had a date. */
public record MeetingPostponed(IndividualMeeting meeting, @Nullable TimeSlot from, String why,
		Changes changes) implements Audited {

	@Override
	public String what() {
		return "meeting.postponed";
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
