package fr.faireavec.accounts;

/**
 * The two stored roles; being a pilot or a funder's reader follows from mandates and
 * conventions.
 */
public enum Role {

	ADMIN, FACILITATOR

}
