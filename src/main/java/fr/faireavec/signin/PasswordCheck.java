package fr.faireavec.signin;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.UnicodeText;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Whether a password is the one kept for an address. An unknown address, an account
 * without a password and a wrong one take the same work.
 */
@Component
public class PasswordCheck {

	/** Far more than any password kept; the rest of a longer text is not looked at. */
	static final int LONGEST_TYPED = 1_000;

	private final SignInLookup lookup;

	private final PasswordEncoder passwords;

	private final String nobodys;

	PasswordCheck(SignInLookup lookup, PasswordEncoder passwords) {
		this.lookup = lookup;
		this.passwords = passwords;
		this.nobodys = encoded(passwords, Token.draw().value());
	}

	/** The account this opens; empty without saying why. */
	public Optional<UUID> opens(String email, String password) {
		Optional<SignInLookup.Credentials> known = this.lookup.credentials(email);
		String hash = known.map(SignInLookup.Credentials::passwordHash).orElse(this.nobodys);
		boolean right = this.passwords.matches(password, hash);
		Optional<UUID> opened = known.filter((found) -> right && found.passwordHash() != null && !found.disabled())
			.map(SignInLookup.Credentials::accountId);
		if (opened.isPresent() && this.passwords.upgradeEncoding(hash)) {
			this.lookup.keepAnew(opened.get(), hash, encoded(this.passwords, password));
		}
		return opened;
	}

	/**
	 * One text has one form, whichever keyboard composed its accents (NFKC). Half a
	 * character, which no keyboard types, counts as a « ? ». Of an endless text, its
	 * beginning.
	 */
	public static String normalised(String typed) {
		String password = typed.substring(0, Math.min(LONGEST_TYPED, typed.length()));
		return UnicodeText.unified(new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
	}

	static String encoded(PasswordEncoder passwords, String password) {
		String hash = passwords.encode(password);
		if (hash == null) {
			throw new IllegalArgumentException("no password");
		}
		return hash;
	}

}
