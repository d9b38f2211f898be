package fr.faireavec.structures;

/** The legal forms of the social economy (loi ESS du 31 juillet 2014), and two beside. */
public enum LegalForm {

	ASSOCIATION, SCOP, SCIC, AUTRE_COOPERATIVE, MUTUELLE, FONDATION, SOCIETE_ESS, COLLECTIVITE, AUTRE

}
