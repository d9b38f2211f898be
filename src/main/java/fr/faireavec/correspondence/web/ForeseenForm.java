package fr.faireavec.correspondence.web;

import fr.faireavec.correspondence.LetterPlanning;
import jakarta.validation.constraints.Size;

/** What is decided of a letter that waits, as it was when it was read. */
class ForeseenForm {

	public int version;

	@Size(max = 1000)
	public String note = "";

	static ForeseenForm of(LetterPlanning.Decision decision) {
		ForeseenForm form = new ForeseenForm();
		form.version = decision.version();
		form.note = decision.note();
		return form;
	}

}
