package fr.faireavec.sessions.web;

import fr.faireavec.sessions.IndividualMeeting;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a meeting. Internal notes are null for whoever may not read them.
 */
class MeetingNotesForm {

	public int version;

	@Size(max = 5000)
	public String shared = "";

	@Size(max = 5000)
	public @Nullable String internal;

	static MeetingNotesForm of(IndividualMeeting meeting, boolean readsInternal) {
		MeetingNotesForm form = new MeetingNotesForm();
		form.version = meeting.getVersion();
		form.shared = meeting.getSharedNotes();
		form.internal = readsInternal ? meeting.getInternalNotes() : null;
		return form;
	}

}
