package fr.faireavec.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import fr.faireavec.structures.LegalForm;

/** How people write the legal forms. */
final class LegalFormNames {

	private static final Map<String, LegalForm> NAMES = new HashMap<>();

	static {
		name(LegalForm.ASSOCIATION, "association", "asso", "ass", "associations", "association loi 1901",
				"association loi de 1901", "association 1901", "asso loi 1901", "loi 1901", "association déclarée",
				"association loi 1908", "association reconnue d'utilité publique", "ARUP");
		name(LegalForm.SCOP, "scop", "société coopérative de production", "société coopérative et participative",
				"société coopérative ouvrière de production", "coopérative de production", "SARL SCOP", "SCOP SARL",
				"SA SCOP", "SCOP SA", "SAS SCOP", "SCOP SAS");
		name(LegalForm.SCIC, "scic", "société coopérative d'intérêt collectif", "coopérative d'intérêt collectif",
				"SARL SCIC", "SCIC SARL", "SA SCIC", "SCIC SA", "SAS SCIC", "SCIC SAS");
		name(LegalForm.AUTRE_COOPERATIVE, "autre coopérative", "coopérative", "coop", "société coopérative", "CAE",
				"coopérative d'activité et d'emploi", "coopérative d'habitants", "coopérative de consommateurs",
				"CUMA");
		name(LegalForm.MUTUELLE, "mutuelle", "société mutualiste", "union de mutuelles");
		name(LegalForm.FONDATION, "fondation", "fondation d'entreprise", "fondation reconnue d'utilité publique",
				"FRUP");
		name(LegalForm.SOCIETE_ESS, "société ESS", "société de l'ESS", "société commerciale de l'ESS",
				"société commerciale ESS", "entreprise ESS", "entreprise de l'ESS", "ESUS", "entreprise ESUS",
				"SAS ESUS", "SAS ESS", "SARL ESUS", "SARL ESS");
		name(LegalForm.COLLECTIVITE, "collectivité", "collectivité territoriale", "commune", "mairie", "EPCI", "CCAS",
				"CIAS", "communauté de communes", "communauté d'agglomération", "métropole");
		name(LegalForm.AUTRE, "autre", "autre forme", "autres");
		for (LegalForm form : LegalForm.values()) {
			name(form, form.name());
		}
	}

	private LegalFormNames() {
	}

	static Optional<LegalForm> find(String typed) {
		return Optional.ofNullable(NAMES.get(Plain.key(typed)));
	}

	private static void name(LegalForm form, String... names) {
		for (String name : names) {
			NAMES.put(Plain.key(name), form);
		}
	}

}
