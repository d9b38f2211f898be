package fr.faireavec.structures.web;

/** What is looked for in the directory; its names are those of the address. */
class SearchForm {

	private String texte = "";

	private String departement = "";

	public String getTexte() {
		return this.texte;
	}

	public void setTexte(String texte) {
		this.texte = texte;
	}

	public String getDepartement() {
		return this.departement;
	}

	public void setDepartement(String departement) {
		this.departement = departement;
	}

}
