package fr.faireavec.signin.web;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords with care for what is around: one text has one form, whichever
 * keyboard composed its accents (NFKC), and only so many are worked on at once, since
 * each takes 19 MiB. Who waits too long is asked to try again.
 */
class CarefulPasswords implements PasswordEncoder {

	private static final long PATIENCE_SECONDS = 5;

	private final PasswordEncoder encoder;

	private final Semaphore places;

	CarefulPasswords(PasswordEncoder encoder, int places) {
		this.encoder = encoder;
		this.places = new Semaphore(places, true);
	}

	@Override
	public @Nullable String encode(@Nullable CharSequence password) {
		return inTurn(() -> this.encoder.encode(normalised(password)));
	}

	@Override
	public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
		return Boolean.TRUE.equals(inTurn(() -> this.encoder.matches(normalised(password), hash)));
	}

	@Override
	public boolean upgradeEncoding(@Nullable String hash) {
		return this.encoder.upgradeEncoding(hash);
	}

	private <T> @Nullable T inTurn(Supplier<@Nullable T> work) {
		try {
			if (!this.places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new Refusal("signin.busy");
			}
		}
		catch (InterruptedException stopped) {
			Thread.currentThread().interrupt();
			throw new Refusal("signin.busy");
		}
		try {
			return work.get();
		}
		finally {
			this.places.release();
		}
	}

	private static @Nullable String normalised(@Nullable CharSequence password) {
		if (password == null) {
			return null;
		}
		// Half a character, which no keyboard types, would stop the hashing: it counts as
		// a « ? ».
		String whole = new String(password.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
		return Normalizer.normalize(whole, Normalizer.Form.NFKC);
	}

}
