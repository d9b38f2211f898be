package fr.faireavec.sessions.web;

import fr.faireavec.sessions.CollectiveSession;
import jakarta.validation.constraints.Size;

/** What was said on a day. */
class MinutesForm {

	public int version;

	@Size(max = 10_000)
	public String minutes = "";

	static MinutesForm of(CollectiveSession session) {
		MinutesForm form = new MinutesForm();
		form.version = session.getVersion();
		form.minutes = session.getMinutes();
		return form;
	}

}
