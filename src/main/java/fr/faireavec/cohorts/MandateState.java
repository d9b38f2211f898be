package fr.faireavec.cohorts;

/** The life of a mandate. */
public enum MandateState {

	ACTIVE, REPLACED, ENDED

}
