package fr.faireavec.sequences;

/**
 * What somebody says of one candidate. Nobody is heard for having said nothing: silence
 * is no entry at all, it neither represents a structure nor refuses.
 */
public enum Say {

	/** I can. */
	YES,

	/** I can if it has to be: represents as much as a yes, and breaks ties against it. */
	IF_NEEDED,

	/** I cannot. */
	NO

}
