package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;
import org.jspecify.annotations.Nullable;

/** A meeting will not take place. Where it was, if it had a date. */
public record MeetingCancelled(IndividualMeeting meeting, @Nullable TimeSlot from, Changes changes) implements Audited {

	@Override
	public String what() {
		return "meeting.cancelled";
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
