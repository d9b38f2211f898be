package fr.faireavec.signin;

import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Whether a password is the one kept for an address. An unknown address, an account
 * without a password and a wrong one take the same work.
 */
@Component
public class PasswordCheck {

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

	/** One text has one form, whichever keyboard composed its accents (NFKC). */
	static String normalised(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFKC);
	}

	static String encoded(PasswordEncoder passwords, String password) {
		String hash = passwords.encode(password);
		if (hash == null) {
			throw new IllegalArgumentException("no password");
		}
		return hash;
	}

}
