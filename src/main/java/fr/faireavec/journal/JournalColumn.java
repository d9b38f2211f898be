package fr.faireavec.journal;

/**
 * What a file of actions says of each, in its order. Its heading is
 * {@code journal.column.NAME}.
 */
public enum JournalColumn {

	ID, VERSION, STRUCTURE, TITLE, DESCRIPTION, THEME, LEVEL, LEVERS, INSTRUMENT, STATE, STARTS_ON, ENDS_ON, SESSION,
	PEOPLE_REACHED, PEOPLE_INVOLVED, SERVICE_USERS, ROLES, CONTRIBUTED_HOURS, VOLUNTEER_HOURS, LEARNING, EFFECTS,
	RECOGNITIONS, KEPT_ON, SHARED_COHORT, SHARED_LIBRARY, LIBRARY_NAMED, LIBRARY_NEWS, SHARED_BILAN;

	/** It says which action a line is about, not what that action says. */
	public boolean isMark() {
		return this == ID || this == VERSION || this == STRUCTURE;
	}

}
