package fr.faireavec.cohorts;

/** The life of a participation. */
public enum EnrolmentState {

	ACTIVE, COMPLETED, WITHDRAWN

}
