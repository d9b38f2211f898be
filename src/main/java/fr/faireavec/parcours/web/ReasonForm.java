package fr.faireavec.parcours.web;

import fr.faireavec.parcours.Parcours;
import jakarta.validation.constraints.Size;

/** Why a parcours is closed before its time, or abandoned. */
class ReasonForm {

	private int version;

	@Size(max = 500)
	private String reason = "";

	static ReasonForm on(Parcours parcours) {
		ReasonForm form = new ReasonForm();
		form.version = parcours.getVersion();
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
