package fr.faireavec.cohorts;

/**
 * The life of a mandate. LAPSED when it ended with its structure's participation or with
 * the parcours, and not by itself: it may be taken up again with them.
 */
public enum MandateState {

	ACTIVE, REPLACED, ENDED, LAPSED

}
