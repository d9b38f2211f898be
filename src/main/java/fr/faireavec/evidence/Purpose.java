package fr.faireavec.evidence;

/** What somebody may agree to be shown for. */
public enum Purpose {

	/** The other structures of the parcours see how it went. */
	COHORT,

	/** Its funders read what it did. */
	BILAN,

	/** Anybody hears of the action, where the {@link Support}s say. */
	PUBLIC

}
