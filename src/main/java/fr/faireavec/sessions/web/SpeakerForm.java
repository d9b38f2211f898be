package fr.faireavec.sessions.web;

import fr.faireavec.sessions.GuestSpeaker;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody who speaks at a day. The key makes a double press one speaker. */
class SpeakerForm extends KeyedForm {

	public int version;

	@NotBlank
	@Size(max = 120)
	@Typed(Typed.As.NAME_AND_FUNCTION)
	public String name = "";

	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String organisation = "";

	@Typed(Typed.As.EMAIL)
	public String email = "";

	static SpeakerForm of(GuestSpeaker speaker) {
		SpeakerForm form = new SpeakerForm();
		form.version = speaker.getVersion();
		form.name = speaker.getName();
		form.organisation = speaker.getOrganisation();
		form.email = (speaker.getEmail() != null) ? speaker.getEmail() : "";
		return form;
	}

	GuestSpeaker.Words words() {
		return new GuestSpeaker.Words(this.name, this.organisation, this.email.isBlank() ? null : this.email);
	}

}
