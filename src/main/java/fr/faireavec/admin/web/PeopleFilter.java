package fr.faireavec.admin.web;

/** Whom the administration looks for; its names are those of the address. */
class PeopleFilter {

	public String texte = "";

	public String role = "";

	public String acces = "";

}
