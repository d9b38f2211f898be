package fr.faireavec.signin;

/** What a session keeps, by name: plain texts and numbers, nothing else. */
public final class SessionFacts {

	/** The account's id. */
	public static final String ACCOUNT = "account";

	/** The factors shown, separated by commas. */
	public static final String FACTORS = "factors";

	/** When they came in, in milliseconds since 1970. */
	public static final String SINCE = "since";

	/** How long it may last in all, in milliseconds. */
	public static final String LONGEST = "longest";

	/** Browser and system, in two words separated by a slash. */
	public static final String BROWSER = "browser";

	/** Where somebody was going when they were asked to sign in: a path. */
	public static final String WANTED = "wanted";

	/** The id of the sign-in by mail this browser asked for. */
	public static final String REQUEST = "request";

	/** The address typed for it. */
	public static final String ADDRESS = "address";

	private SessionFacts() {
	}

}
