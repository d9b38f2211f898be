package fr.faireavec.signing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signed for one half-day: drawn by finger or written, equal in rank. Of
 * the line of somebody expected, or of a guest.
 */
@Entity
class Signature extends Identified {

	private UUID halfDayId;

	private @Nullable UUID attendanceId;

	private @Nullable UUID guestId;

	private String strokes = "";

	private String written = "";

	private @Nullable UUID phoneId;

	private boolean withAccount;

	private boolean shared;

	private boolean remote;

	private Instant signedAt;

	@SuppressWarnings("NullAway.Init")
	protected Signature() {
	}

	Signature(UUID id, UUID halfDayId, @Nullable UUID attendanceId, @Nullable UUID guestId, Mark mark, Where where,
			Instant at) {
		super(id);
		this.halfDayId = halfDayId;
		this.attendanceId = attendanceId;
		this.guestId = guestId;
		this.strokes = mark.strokes();
		this.written = mark.ink().isPresent() ? "" : mark.written();
		this.phoneId = where.phoneId();
		this.withAccount = where.withAccount();
		this.shared = where.shared();
		this.remote = where.remote();
		this.signedAt = at;
	}

	UUID getHalfDayId() {
		return this.halfDayId;
	}

	@Nullable UUID getAttendanceId() {
		return this.attendanceId;
	}

	@Nullable UUID getGuestId() {
		return this.guestId;
	}

	Mark getMark() {
		return new Mark(this.strokes.isEmpty() ? Optional.empty() : Optional.of(Ink.of(this.strokes)), this.written);
	}

	Where getWhere() {
		return new Where(this.phoneId, this.withAccount, this.shared, this.remote);
	}

	Instant getSignedAt() {
		return this.signedAt;
	}

	/** Drawn, or else written: 170 characters at most. */
	record Mark(Optional<Ink> ink, String written) {

		/**
		 * @param strokes as drawn, read where no name is written
		 * @throws Refusal when nothing was drawn nor written, or too much
		 */
		static Mark of(String strokes, String written) {
			String name = CleanText.line(written);
			if (name.isEmpty()) {
				return new Mark(Optional.of(Ink.of(strokes)), "");
			}
			if (name.length() > Signing.LONGEST_NAME) {
				throw Refusal.of("written", "signing.written.tooLong", Integer.toString(Signing.LONGEST_NAME));
			}
			return new Mark(Optional.empty(), name);
		}

		/** As it is kept; empty where it is written. */
		String strokes() {
			return this.ink.map(Ink::text).orElse("");
		}

	}

	/**
	 * @param phoneId on which phone, while it is known
	 * @param withAccount somebody signed in, for herself
	 * @param shared somebody else signed on the same phone
	 * @param remote by the link of somebody who is not in the room
	 */
	record Where(@Nullable UUID phoneId, boolean withAccount, boolean shared, boolean remote) {
	}

}
