package fr.faireavec.sessions.web;

import jakarta.validation.constraints.Size;

/** A gesture on what was read at that version, and why where a reason is asked. */
class ReasonForm {

	private int version;

	@Size(max = 500)
	private String reason = "";

	static ReasonForm on(int version) {
		ReasonForm form = new ReasonForm();
		form.version = version;
		return form;
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
