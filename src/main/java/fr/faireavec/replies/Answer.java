package fr.faireavec.replies;

/** What somebody says of a day to come. */
public enum Answer {

	COMING, NOT_COMING,

	/** Somebody else comes in their place. */
	REPLACED;

	/** Whether somebody comes, who may need a meal. */
	public boolean bringsSomebody() {
		return this != NOT_COMING;
	}

}
