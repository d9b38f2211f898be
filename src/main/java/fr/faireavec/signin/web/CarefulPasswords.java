package fr.faireavec.signin.web;

import fr.faireavec.kernel.Turns;
import fr.faireavec.signin.PasswordCheck;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords with care for what is around: one text has one form, whichever
 * keyboard composed its accents (NFKC), and only so many are worked on at once, since
 * each takes 19 MiB. Who waits too long is asked to try again.
 */
class CarefulPasswords implements PasswordEncoder {

	private final PasswordEncoder encoder;

	private final Turns turns;

	CarefulPasswords(PasswordEncoder encoder, int places) {
		this.encoder = encoder;
		this.turns = new Turns(places, "signin.busy");
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		String known = normalised(password);
		return this.turns.take(() -> this.encoder.encode(known));
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		String known = normalised(password);
		return Boolean.TRUE.equals(this.turns.take(() -> this.encoder.matches(known, hash)));
	}

	@Override
	public boolean upgradeEncoding(@Nullable String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	private static @Nullable String normalised(@Nullable CharSequence password) {
		return (password != null) ? PasswordCheck.normalised(password.toString()) : null;
	}

}
