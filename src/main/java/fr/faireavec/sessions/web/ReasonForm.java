package fr.faireavec.sessions.web;

import jakarta.validation.constraints.Size;

/** A gesture on what was read at that version, and why where a reason is asked. */
class ReasonForm {

	public int version;

	@Size(max = 500)
	public String reason = "";

	static ReasonForm on(int version) {
		ReasonForm form = new ReasonForm();
		form.version = version;
		return form;
	}

}
