package fr.faireavec.admin.web;

/** What was shown of two sheets before they are reunited. */
class ReunionForm {

	public String seen = "";

}
