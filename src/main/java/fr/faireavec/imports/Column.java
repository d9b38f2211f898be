package fr.faireavec.imports;

import java.util.List;

/** What a cohort's file may say of each structure, in the order of the model. */
public enum Column {

	STRUCTURE(150, "structure", "nom structure", "structures", "association", "nom association", "organisation",
			"nom organisation", "organisme", "nom organisme", "denomination", "denomination structure",
			"denomination sociale", "raison sociale", "raison sociale structure", "intitule structure"),

	LEGAL_FORM(150, "forme juridique", "forme", "statut", "statut juridique", "type", "type structure",
			"nature juridique", "categorie juridique", "forme juridique structure", "forme structure",
			"statut structure", "type organisation", "statut juridique structure"),

	SIRET(150, "siret", "siret structure", "siret association"),

	COMMUNE(120, "commune", "ville", "localite", "commune structure", "ville structure"),

	DEPARTEMENT(150, "departement", "dpt", "dept", "dep", "code departement", "departement structure"),

	PILOT_GIVEN_NAME(80, "prenom pilote", "prenom referent", "prenom referente", "prenom personne pilote"),

	PILOT_FAMILY_NAME(80, "nom pilote", "nom famille pilote", "nom referent", "nom referente", "nom personne pilote"),

	/** Both parts of the name in one cell. */
	PILOT_NAME(160, "prenom nom pilote", "pilote", "nom complet pilote", "identite pilote", "prenom nom referent",
			"referent", "prenom nom referente", "referente", "personne pilote", "prenom nom personne pilote"),

	PILOT_EMAIL(254, "email pilote", "email referent", "email referente", "email personne pilote"),

	PILOT_TELEPHONE(30, "telephone pilote", "tel pilote", "portable pilote", "mobile pilote", "telephone referent",
			"telephone referente", "tel referent", "telephone personne pilote"),

	COPILOT_GIVEN_NAME(80, "prenom copilote", "prenom binome", "prenom personne copilote"),

	COPILOT_FAMILY_NAME(80, "nom copilote", "nom famille copilote", "nom binome", "nom personne copilote"),

	COPILOT_NAME(160, "prenom nom copilote", "copilote", "nom complet copilote", "prenom nom binome", "binome",
			"personne copilote", "prenom nom personne copilote"),

	COPILOT_EMAIL(254, "email copilote", "email binome", "email personne copilote"),

	COPILOT_TELEPHONE(30, "telephone copilote", "tel copilote", "portable copilote", "mobile copilote",
			"telephone binome", "tel binome", "telephone personne copilote"),

	/** In a file that gives each person a line: pilot or copilot. */
	ROLE(30, "role", "pilote ou copilote", "role parcours", "mandat role", "qualite"),

	MANDATE_DATE(150, "date mandat", "mandat", "debut mandat", "date debut mandat", "mandat depuis", "depuis",
			"date debut", "mandate", "mandatee", "mandate depuis", "mandatee depuis", "date prise mandat"),

	SIGNED_ON(150, "date signature", "date signature mandat", "date signature lettre mandat"),

	SIGNATORY(120, "signataire", "signataire mandat", "nom signataire", "signe par", "mandat signe par",
			"personne signataire", "nom prenom signataire", "signataire lettre mandat");

	private final int longest;

	@SuppressWarnings("ImmutableEnumChecker") // List.of never changes
	private final List<String> names;

	Column(int longest, String... names) {
		this.longest = longest;
		this.names = List.of(names);
	}

	/** Characters a cell may hold. */
	int longest() {
		return this.longest;
	}

	/** How people head it, small words left out. */
	List<String> names() {
		return this.names;
	}

	boolean isTelephone() {
		return this == PILOT_TELEPHONE || this == COPILOT_TELEPHONE;
	}

	/** Another way to say what other columns say. */
	public boolean isOtherWay() {
		return this == PILOT_NAME || this == COPILOT_NAME || this == ROLE;
	}

	public boolean isRequired() {
		return this == STRUCTURE || this == LEGAL_FORM;
	}

}
