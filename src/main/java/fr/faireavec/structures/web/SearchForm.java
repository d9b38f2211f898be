package fr.faireavec.structures.web;

/** What is looked for in the directory; its names are those of the address. */
class SearchForm {

	public String texte = "";

	public String departement = "";

}
