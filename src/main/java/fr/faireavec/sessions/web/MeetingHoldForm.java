package fr.faireavec.sessions.web;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.web.NotCalledOptional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.BindingResult;

/** Who was at a meeting, and how long it took. */
class MeetingHoldForm {

	public int version;

	@Size(max = 50)
	@NotCalledOptional
	public Set<UUID> attendees = new LinkedHashSet<>();

	/** Said, never guessed: the structure then counts absent. */
	public boolean nobody;

	@Min(IndividualMeeting.SHORTEST)
	@Max(IndividualMeeting.LONGEST)
	public @Nullable Integer minutes;

	/** All who were expected are ticked: that is what happens most. */
	static MeetingHoldForm of(IndividualMeeting meeting, Collection<UUID> expected) {
		MeetingHoldForm form = new MeetingHoldForm();
		form.attendees.addAll(expected);
		form.version = meeting.getVersion();
		TimeSlot slot = meeting.getSlot();
		form.minutes = (slot != null) ? Math.toIntExact(slot.duration().toMinutes()) : null;
		return form;
	}

	/** Either somebody came, or nobody did. */
	void check(Collection<UUID> expected, BindingResult errors) {
		if (this.nobody && !this.attendees.isEmpty()) {
			errors.rejectValue("nobody", "sessions.meeting.nobodyAndSomebody");
		}
		else if (!this.nobody && this.attendees.isEmpty() && !expected.isEmpty()) {
			errors.rejectValue("attendees", "sessions.meeting.whoCame");
		}
	}

}
