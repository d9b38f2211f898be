package fr.faireavec.signin;

/** What a session keeps, by name: plain texts and numbers, nothing else. */
public final class SessionFacts {

	/** The account's id. */
	public static final String ACCOUNT = "account";

	/** The factors shown, separated by commas. */
	public static final String FACTORS = "factors";

	/** When they came in, in milliseconds since 1970. */
	public static final String SINCE = "since";

	/** When they last showed a factor since, in milliseconds since 1970. */
	public static final String PROVED = "proved";

	/** How long it may last in all, in milliseconds. */
	public static final String LONGEST = "longest";

	/** Browser and system, in two words separated by a slash. */
	public static final String BROWSER = "browser";

	/**
	 * The ids of the sign-ins by mail this browser asked for, the last one first, apart
	 * by spaces.
	 */
	public static final String REQUEST = "request";

	/** The address typed for it. */
	public static final String ADDRESS = "address";

	/**
	 * Opened by a link that somebody else handed out: the id of that person, or
	 * {@link #CONSOLE}.
	 */
	public static final String HANDED = "handed";

	/** A link that nobody handed out who may be known. */
	public static final String CONSOLE = "console";

	private SessionFacts() {
	}

}
