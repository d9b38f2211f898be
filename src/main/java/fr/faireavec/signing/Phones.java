package fr.faireavec.signing;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Sealing;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Knows again the phones that sign, by 128 random bits each keeps for the day. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Phones {

	private static final String PURPOSE = "signing.phone";

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int BYTES = 16;

	private final RoomPhones phones;

	private final Sealing sealing;

	private final Clock clock;

	Phones(RoomPhones phones, Sealing sealing, Clock clock) {
		this.phones = phones;
		this.sealing = sealing;
		this.clock = clock;
	}

	Optional<RoomPhone> known(UUID sessionId, @Nullable String token) {
		if (token == null || token.length() > 100) {
			return Optional.empty();
		}
		List<String> hashes = this.sealing.formerFingerprint(PURPOSE, token)
			.map((former) -> List.of(this.sealing.fingerprint(PURPOSE, token), former))
			.orElseGet(() -> List.of(this.sealing.fingerprint(PURPOSE, token)));
		return this.phones.with(sessionId, hashes);
	}

	Fresh draw(UUID sessionId, boolean tablet) {
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		RoomPhone phone = this.phones.saveAndFlush(new RoomPhone(Ids.next(), sessionId,
				this.sealing.fingerprint(PURPOSE, token), tablet, this.clock.instant()));
		return new Fresh(phone, token);
	}

	/** One met for the first time, and what it is to keep. */
	record Fresh(RoomPhone phone, String token) {
	}

}
