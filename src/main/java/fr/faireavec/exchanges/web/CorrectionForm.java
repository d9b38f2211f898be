package fr.faireavec.exchanges.web;

import fr.faireavec.exchanges.Comment;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The same, said otherwise. */
class CorrectionForm {

	public int version;

	@NotBlank
	@Size(max = 2000)
	public String words = "";

	static CorrectionForm of(Comment comment) {
		CorrectionForm form = new CorrectionForm();
		form.version = comment.version();
		form.words = comment.words();
		return form;
	}

}
