package fr.faireavec.admin.web;

/** What was shown of two sheets before they are reunited. */
class ReunionForm {

	private String seen = "";

	public String getSeen() {
		return this.seen;
	}

	public void setSeen(String seen) {
		this.seen = seen;
	}

}
