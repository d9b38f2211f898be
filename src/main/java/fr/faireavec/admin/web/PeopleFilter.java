package fr.faireavec.admin.web;

/** Whom the administration looks for; its names are those of the address. */
class PeopleFilter {

	private String texte = "";

	private String role = "";

	private String acces = "";

	public String getTexte() {
		return this.texte;
	}

	public void setTexte(String texte) {
		this.texte = texte;
	}

	public String getRole() {
		return this.role;
	}

	public void setRole(String role) {
		this.role = role;
	}

	public String getAcces() {
		return this.acces;
	}

	public void setAcces(String acces) {
		this.acces = acces;
	}

}
