package fr.faireavec.admin;

/** Where somebody stands with their account. */
public enum AccountStanding {

	/** Known through a mandate or a reading; never invited. */
	NONE,

	/** Invited, has not come yet. */
	WAITING,

	OPEN,

	CLOSED;

	/** True of an account, called a, whose owner never came in. */
	static final String NEVER_CAME = "a.password_hash IS NULL";

}
