package fr.faireavec.bilans;

/** When in the life of a parcours a bilan is written. */
public enum BilanKind {

	INTERMEDIAIRE, FINAL, A_SIX_MOIS

}
