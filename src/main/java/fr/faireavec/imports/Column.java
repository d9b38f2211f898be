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

	PILOT_EMAIL(254, "email pilote", "email referent", "email referente", "email personne pilote"),

	COPILOT_GIVEN_NAME(80, "prenom copilote", "prenom binome", "prenom personne copilote"),

	COPILOT_FAMILY_NAME(80, "nom copilote", "nom famille copilote", "nom binome", "nom personne copilote"),

	COPILOT_EMAIL(254, "email copilote", "email binome", "email personne copilote"),

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

	public boolean isRequired() {
		return this == STRUCTURE || this == LEGAL_FORM;
	}

}
