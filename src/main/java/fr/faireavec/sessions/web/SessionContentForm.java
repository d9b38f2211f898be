package fr.faireavec.sessions.web;

import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a day is called, what it is for, and what was said. */
class SessionContentForm {

	private int version;

	@NotBlank
	@Size(max = 150)
	@Typed(Typed.As.LINE)
	private String title = "";

	@Size(max = 2000)
	private String objectives = "";

	@Size(max = 10_000)
	private String minutes = "";

	static SessionContentForm of(CollectiveSession session) {
		SessionContentForm form = new SessionContentForm();
		form.version = session.getVersion();
		form.title = session.getTitle();
		form.objectives = session.getObjectives();
		form.minutes = session.getMinutes();
		return form;
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getTitle() {
		return this.title;
	}

	public void setTitle(String title) {
		this.title = title;
	}

	public String getObjectives() {
		return this.objectives;
	}

	public void setObjectives(String objectives) {
		this.objectives = objectives;
	}

	public String getMinutes() {
		return this.minutes;
	}

	public void setMinutes(String minutes) {
		this.minutes = minutes;
	}

}
