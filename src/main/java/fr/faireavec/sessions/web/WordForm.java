package fr.faireavec.sessions.web;

import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Size;

/** A gesture on what was read at that version, with a word if one has any. */
class WordForm {

	public int version;

	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public String why = "";

	static WordForm on(int version) {
		WordForm form = new WordForm();
		form.version = version;
		return form;
	}

}
