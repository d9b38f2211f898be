package fr.faireavec.mail;

/**
 * What calendars send back to the mailbox of this installation; heard by the room that
 * knows what it is about.
 */
public interface CalendarReplies {

	/**
	 * Hears one.
	 * @return whether it is about a date of ours: it is then of no more use in the
	 * mailbox
	 */
	boolean hear(Answer answer);

	/**
	 * What a calendar says (RFC 5546, REPLY).
	 *
	 * @param from the one address its message says it comes from, in lower case; empty
	 * when it says none, or several. Nothing here proves it.
	 * @param file as it was received, its beginning when it is long
	 */
	record Answer(String from, String file) {
	}

}
