package fr.faireavec.sessions.web;

import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a day is called, what it is for, and what to bring to it. */
class SessionContentForm {

	public int version;

	@NotBlank
	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String title = "";

	@Size(max = 2000)
	public String objectives = "";

	@Size(max = 500)
	public String toBring = "";

	static SessionContentForm of(CollectiveSession session) {
		SessionContentForm form = new SessionContentForm();
		form.version = session.getVersion();
		form.title = session.getTitle();
		form.objectives = session.getObjectives();
		form.toBring = session.getToBring();
		return form;
	}

}
