package fr.faireavec.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The one rule for an e-mail address, wherever it comes from: what a form or an import
 * takes can be written to and signed in with, and nothing else can. Letters of a keyboard
 * alone: an accented one names a mailbox few servers reach, or passes itself off as
 * another.
 */
public final class EmailAddress {

	private static final int LONGEST = 254;

	/** With what is pasted around an address: longer is not even looked at. */
	private static final int LONGEST_TYPED = 1_000;

	private static final Pattern WHOLE = Pattern.compile("[a-z0-9_](?:[a-z0-9!#$%&'*+/=?^_`{|}~-]|\\.(?![.@])){0,63}"
			+ "@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])");

	private EmailAddress() {
	}

	/**
	 * Reads what people type or paste, in lower case; null when blank.
	 * @param field whom a refusal blames
	 * @throws Refusal that says what is wrong, naming the character if it is one
	 */
	public static @Nullable String read(String field, @Nullable String typed) {
		if (typed != null && typed.length() > LONGEST_TYPED) {
			throw Refusal.of(field, "web.email.incomplete");
		}
		String address = cleaned(typed);
		if (address.isEmpty()) {
			return null;
		}
		OddCharacter odd = OddCharacter.first(address, (c) -> c <= ' ' || c > '~' || "\"(),:;<>[\\]".indexOf(c) >= 0);
		if (odd != null) {
			throw Refusal.of(field, "web.email.character", odd);
		}
		if (address.length() > LONGEST || !WHOLE.matcher(address).matches()) {
			throw Refusal.of(field, "web.email.incomplete");
		}
		return address;
	}

	/** Whether this is an address, and not blank. */
	public static boolean isOne(@Nullable String typed) {
		try {
			return read("email", typed) != null;
		}
		catch (Refusal refused) {
			return false;
		}
	}

	/** What addresses are compared by, be they good or not; an endless one is none. */
	public static String cleaned(@Nullable String typed) {
		return (typed == null || typed.length() > LONGEST_TYPED) ? ""
				: CleanText.halfWidth(CleanText.line(typed)).toLowerCase(Locale.ROOT);
	}

}
