package fr.faireavec.sequences;

/** A rule no sequence may break, but for what is already pinned. */
public enum Constraint {

	/** A day begins once the one before has ended. */
	ORDER,

	/** Two consecutive days are no closer than the spacing says. */
	TOO_CLOSE,

	/** Nor further apart. */
	TOO_FAR,

	/** One facilitator at least does not refuse. */
	FACILITATORS_REFUSE,

	/** One facilitator who does not refuse is not taken by another parcours. */
	FACILITATORS_BUSY,

	/** No guest speaker of the day refuses. */
	SPEAKER_REFUSES,

	/** Of the voters who answered, if any, one at least does not refuse. */
	EVERYBODY_REFUSES,

	/** A pinned day stays where it is. */
	PINNED,

	/** A day has a date to choose from. */
	NOTHING_PROPOSED;

	boolean isBetweenDays() {
		return this == ORDER || this == TOO_CLOSE || this == TOO_FAR;
	}

}
