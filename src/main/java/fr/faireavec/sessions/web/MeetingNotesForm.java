package fr.faireavec.sessions.web;

import fr.faireavec.sessions.IndividualMeeting;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a meeting. Internal notes are null for whoever may not read them.
 */
class MeetingNotesForm {

	private int version;

	@Size(max = 5000)
	private String shared = "";

	@Size(max = 5000)
	private @Nullable String internal;

	static MeetingNotesForm of(IndividualMeeting meeting, boolean readsInternal) {
		MeetingNotesForm form = new MeetingNotesForm();
		form.version = meeting.getVersion();
		form.shared = meeting.getSharedNotes();
		form.internal = readsInternal ? meeting.getInternalNotes() : null;
		return form;
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getShared() {
		return this.shared;
	}

	public void setShared(String shared) {
		this.shared = shared;
	}

	public @Nullable String getInternal() {
		return this.internal;
	}

	public void setInternal(@Nullable String internal) {
		this.internal = internal;
	}

}
