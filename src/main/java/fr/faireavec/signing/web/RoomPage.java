package fr.faireavec.signing.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import fr.faireavec.attendance.Register;
import fr.faireavec.signing.Ink;
import fr.faireavec.signing.RoomReading;
import org.jspecify.annotations.Nullable;

/**
 * « La salle » on one phone.
 *
 * @param sheet what one signs on now
 * @param who the person about to sign; null where one still chooses
 * @param mine what was signed on this phone for that half-day; null while nothing was
 * @param moment the code of the moment is asked
 */
public record RoomPage(String href, String parcours, Register register, Register.Sheet sheet,
		Register.@Nullable Line who, RoomReading.@Nullable Own mine, boolean tablet, boolean moment, boolean remote,
		ZoneId zone) {

	public LocalDateTime local(Instant at) {
		return LocalDateTime.ofInstant(at, this.zone);
	}

	public String halfKey() {
		return halfKey(this.sheet);
	}

	public String halfKey(Register.Sheet one) {
		return one.morning() ? "attendance.half.morning" : "attendance.half.afternoon";
	}

	/** Once countersigned, nobody signs any more. */
	public boolean isClosed() {
		return this.sheet.seal() != null;
	}

	/** A half-day that is open too, which whoever signs here has not signed. */
	public List<Register.Sheet> unsigned() {
		Register.Line signer = this.who;
		return this.register.sheets()
			.stream()
			.filter((one) -> one.open() && one.seal() == null && !one.equals(this.sheet))
			.filter((one) -> signer != null
					&& one.line(signer.personId()).filter((line) -> !line.isSigned()).isPresent())
			.toList();
	}

	public String frame() {
		return "0 0 " + Ink.WIDTH + " " + Ink.HEIGHT;
	}

}
