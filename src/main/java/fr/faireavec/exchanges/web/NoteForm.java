package fr.faireavec.exchanges.web;

import fr.faireavec.exchanges.Note;
import jakarta.validation.constraints.Size;

/** What the animation notes for itself. */
class NoteForm {

	public int version;

	@Size(max = 2000)
	public String words = "";

	static NoteForm of(Note note) {
		NoteForm form = new NoteForm();
		form.version = note.version();
		form.words = note.words();
		return form;
	}

}
