package fr.faireavec.convening;

/** What a letter says of a date. */
enum DateNews {

	/** Come. */
	CONVENED,

	/** Other hours, or another place. */
	MOVED,

	/** It will not take place then: given up, or waiting for another date. */
	CANCELLED,

	/** It takes place, and concerns them no more. */
	NOT_THEIRS;

	boolean isGone() {
		return this == CANCELLED || this == NOT_THEIRS;
	}

}
