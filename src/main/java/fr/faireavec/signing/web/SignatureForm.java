package fr.faireavec.signing.web;

import java.time.LocalTime;
import java.util.UUID;

import fr.faireavec.attendance.Stay;
import fr.faireavec.signing.Signing;
import org.jspecify.annotations.Nullable;

/** Somebody expected signs; her hours only where they are not the half-day's. */
class SignatureForm extends HalfDayForm {

	public @Nullable UUID person;

	public @Nullable LocalTime cameAt;

	public @Nullable LocalTime leftAt;

	Signing.Claim toClaim(@Nullable String phone, boolean remote) {
		return toClaim(phone, new Stay(this.cameAt, this.leftAt, remote));
	}

}
