package fr.faireavec.signing.web;

import fr.faireavec.signing.RoomReading;

/** How one signs in a parcours. */
class SigningRulesForm {

	public int version;

	public boolean turning;

	public boolean sharedPhone;

	static SigningRulesForm of(RoomReading.Rules rules) {
		SigningRulesForm form = new SigningRulesForm();
		form.version = rules.version();
		form.turning = rules.turning();
		form.sharedPhone = rules.sharedPhone();
		return form;
	}

}
