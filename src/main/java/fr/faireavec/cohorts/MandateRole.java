package fr.faireavec.cohorts;

/** What a structure names a person for. */
public enum MandateRole {

	PILOT, COPILOT

}
