package fr.faireavec.cohorts.web;

import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateRole;
import org.jspecify.annotations.Nullable;

/**
 * One mandate as the pages show it; the address and the telephone for the animation
 * alone.
 */
record MandateLine(UUID id, MandateRole role, String person, @Nullable String email, @Nullable String telephone,
		LocalDate from, @Nullable LocalDate to, boolean over, boolean upcoming, boolean active,
		@Nullable String signatory, @Nullable LocalDate signedOn, Access access) {

	static MandateLine of(Mandate mandate, LocalDate today, Access access) {
		return new MandateLine(mandate.getId(), mandate.getRole(), mandate.getPerson().getName(),
				mandate.getPerson().getEmail(), mandate.getPerson().getTelephone(), mandate.getStartsOn(),
				mandate.getEndsOn(), mandate.isOverOn(today), today.isBefore(mandate.getStartsOn()),
				mandate.getEndsOn() == null, mandate.getSignatory(), mandate.getSignedOn(), access);
	}

	public boolean isUnsigned() {
		return this.signedOn == null;
	}

	/** A link can be given to those who have an address and are not of the network. */
	public boolean isLinkable() {
		return this.access == Access.UNINVITED || this.access == Access.WAITING || this.access == Access.OPEN;
	}

	/** How far the person is from coming in. */
	enum Access {

		UNKNOWN, NO_ADDRESS, UNINVITED, WAITING, OPEN, CLOSED, STAFF

	}

}
