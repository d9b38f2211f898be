package fr.faireavec.availability;

/** Why somebody cannot be there at a time. */
public enum Impossibility {

	/** Never on that part of that day of the week. */
	WEEKDAY,

	/** Never while schools are closed. */
	SCHOOL_HOLIDAYS

}
