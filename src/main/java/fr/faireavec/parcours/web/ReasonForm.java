package fr.faireavec.parcours.web;

import fr.faireavec.parcours.Parcours;
import jakarta.validation.constraints.Size;

/** Why a parcours is closed before its time, or abandoned. */
class ReasonForm {

	public int version;

	@Size(max = 500)
	public String reason = "";

	static ReasonForm on(Parcours parcours) {
		ReasonForm form = new ReasonForm();
		form.version = parcours.getVersion();
		return form;
	}

}
