package fr.faireavec.cohorts;

/**
 * The life of a participation. WITHDRAWN once the day it leaves has come; ACTIVE until
 * then, whatever was said.
 */
public enum EnrolmentState {

	ACTIVE, COMPLETED, WITHDRAWN

}
