package fr.faireavec.evidence;

/** What was said to a demand to be shown; nothing at first. */
public enum Answer {

	GIVEN, REFUSED,

	/** Given first, then taken back. */
	WITHDRAWN

}
