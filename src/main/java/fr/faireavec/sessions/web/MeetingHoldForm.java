package fr.faireavec.sessions.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.TimeSlot;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Who was at a meeting, and how long it took. */
class MeetingHoldForm {

	public int version;

	@Size(max = 50)
	public Set<UUID> attendees = new LinkedHashSet<>();

	@Min(IndividualMeeting.SHORTEST)
	@Max(IndividualMeeting.LONGEST)
	public @Nullable Integer minutes;

	static MeetingHoldForm of(IndividualMeeting meeting) {
		MeetingHoldForm form = new MeetingHoldForm();
		form.version = meeting.getVersion();
		TimeSlot slot = meeting.getSlot();
		form.minutes = (slot != null) ? Math.toIntExact(slot.duration().toMinutes()) : null;
		return form;
	}

}
