package fr.faireavec.factors;

import java.util.Set;

/** What somebody showed to come in. */
public enum Factor {

	/** A link or code received by mail: possession of a mailbox, no factor by itself. */
	MAIL,

	PASSWORD,

	/** A code of the moment from an application, or a recovery code. */
	ONE_TIME_CODE,

	/** A passkey whose user was verified: two factors in one gesture. */
	PASSKEY;

	/**
	 * Whether these are strong enough for those who hold the keys: a passkey, or a
	 * password and a code (CNIL, délibération 2025-019: a mailed code is no second
	 * factor).
	 */
	public static boolean areStrong(Set<Factor> shown) {
		return shown.contains(PASSKEY) || (shown.contains(PASSWORD) && shown.contains(ONE_TIME_CODE));
	}

}
