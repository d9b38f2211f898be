package fr.faireavec.attendance.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.SignatureTraits;
import fr.faireavec.sessions.SessionState;
import org.jspecify.annotations.Nullable;

/** The register as the animation sees it: one sheet in hand, and what may be done now. */
public record RegisterPage(Register register, Register.@Nullable Sheet sheet, SignatureTraits.Signed signed,
		String href, boolean open, boolean paper, ZoneId zone, LocalDateTime now) {

	/** For how long after a half-day somebody may still be noting it, in hours. */
	private static final int STILL_NOTING = 3;

	/** What changes when anything on the page does. */
	public String digest() {
		return Integer.toHexString((this.register.toString() + ordered(this.signed)).hashCode());
	}

	/** Written in one order: two instances say the same. */
	private static String ordered(SignatureTraits.Signed signed) {
		return new TreeMap<>(signed.people()).entrySet()
			.stream()
			.map((half) -> half.getKey() + "=" + new TreeMap<>(half.getValue()))
			.toList()
				+ ""
				+ new TreeMap<>(signed.guests()).entrySet()
					.stream()
					.map((guest) -> guest.getKey() + "=" + new TreeSet<>(guest.getValue()))
					.toList();
	}

	/** Words about how a line was signed, until the sheet is closed for the first. */
	public List<String> traits(Register.Line line) {
		SignatureTraits.Trait trait = (line.isSigned() && this.sheet != null)
				? this.signed.people().getOrDefault(this.sheet.halfDayId(), Map.of()).get(line.personId()) : null;
		List<String> words = new ArrayList<>();
		if (line.stay().remote()) {
			words.add("attendance.remote");
		}
		if (trait != null && trait.shared()) {
			words.add("attendance.signed.shared");
		}
		if (trait != null && !trait.withAccount() && this.sheet != null && this.sheet.seal() == null) {
			words.add("attendance.signed.noAccount");
		}
		return words;
	}

	/** The half-days a guest signed for. */
	public List<Register.Sheet> signedBy(Register.GuestLine guest) {
		Set<UUID> halves = this.signed.guests().getOrDefault(guest.id(), Set.of());
		return this.register.sheets().stream().filter((one) -> halves.contains(one.halfDayId())).toList();
	}

	/** As a watch says it where the parcours takes place. */
	public LocalDateTime local(Instant at) {
		return LocalDateTime.ofInstant(at, this.zone);
	}

	/** Whether something was written on the day itself: then the hour is enough. */
	public boolean isThatDay(Instant at) {
		return this.sheet != null && local(at).toLocalDate().equals(this.sheet.slot().day());
	}

	public boolean isDated() {
		return this.sheet != null;
	}

	public boolean isCancelled() {
		return this.register.state() == SessionState.CANCELLED;
	}

	public boolean isScheduled() {
		return this.register.state() == SessionState.SCHEDULED;
	}

	/** The sheet in hand takes presses: the time has come and it is not closed. */
	public boolean isTaking() {
		return this.open && this.sheet != null && this.sheet.open() && this.sheet.seal() == null;
	}

	/**
	 * It follows what others note; not for ever: a page left open keeps nobody signed in.
	 */
	public boolean isLive() {
		return isTaking() && this.sheet != null && this.now.isBefore(this.sheet.slot().end().plusHours(STILL_NOTING));
	}

	/** Today is its day: it opens again without network. */
	public boolean isThatDay() {
		return this.sheet != null && this.now.toLocalDate().equals(this.sheet.slot().day());
	}

	/** Only with a reason. */
	public boolean isCorrecting() {
		return this.open && this.sheet != null && this.sheet.seal() != null;
	}

	public boolean canSeal() {
		return isTaking() && this.sheet != null && this.sheet.begun();
	}

	/** Every half-day is countersigned. */
	public boolean isAllSealed() {
		return isDated() && this.register.sheets().stream().allMatch((one) -> one.seal() != null);
	}

	public boolean canHold() {
		return this.open && isScheduled() && this.register.sheets().stream().anyMatch(Register.Sheet::begun);
	}

	public boolean takesGuests() {
		return this.open && isDated();
	}

	/** How much of the day each guest was there can be said. */
	public boolean takesPresences() {
		return takesGuests() && isTwoHalves() && !isAnySealed();
	}

	public boolean isTwoHalves() {
		return this.register.sheets().size() > 1;
	}

	public boolean isAnySealed() {
		return this.register.sheets().stream().anyMatch((one) -> one.seal() != null);
	}

	/** The only half-day that is not countersigned: whoever comes now comes for it. */
	public @Nullable Integer unsealedHalf() {
		List<Register.Sheet> left = this.register.sheets().stream().filter((one) -> one.seal() == null).toList();
		return (isAnySealed() && left.size() == 1) ? left.getFirst().ordinal() : null;
	}

	/** The name of the half-day a guest was there, of two. */
	public String onlyKey(Register.GuestLine guest) {
		return this.register.sheets()
			.stream()
			.filter(guest::isThere)
			.map((one) -> halfKey(one) + ".capital")
			.findFirst()
			.orElse("attendance.guest.wholeDay");
	}

	public boolean canClear() {
		return takesGuests() && isScheduled()
				&& (!this.register.guests().isEmpty() || this.register.sheets()
					.stream()
					.anyMatch((sheet) -> sheet.seal() != null
							|| sheet.lines().stream().anyMatch((line) -> line.status() != null)));
	}

	public List<AttendanceStatus> answers() {
		return List.of(AttendanceStatus.values());
	}

	public String halfKey(Register.Sheet one) {
		return one.morning() ? "attendance.half.morning" : "attendance.half.afternoon";
	}

	public boolean isInHand(Register.Sheet one) {
		return one.equals(this.sheet);
	}

	/** Where one person's presses go. */
	public String markHref(UUID personId) {
		return (this.sheet != null) ? this.href + "/" + this.sheet.halfDayId() + "/" + personId : this.href;
	}

	/** Whether hours may be said of it: she is there, or nobody said yet. */
	public boolean takesHours(Register.Line line) {
		return (isTaking() || isCorrecting())
				&& (line.status() == null ? isTaking() : line.status() == AttendanceStatus.PRESENT);
	}

	/** « Signée » rather than « Présence » where the person signed herself. */
	public String answerKey(Register.Line line, AttendanceStatus answer) {
		boolean signed = answer == AttendanceStatus.PRESENT && line.isSigned();
		return "attendance.status." + (signed ? "SIGNED" : answer.name());
	}

	/** What was announced stands out until something is noted. */
	public String style(Register.Line line, AttendanceStatus answer) {
		return line.isOffered(answer) ? style(answer) + " offered" : style(answer);
	}

	public String style(AttendanceStatus answer) {
		return switch (answer) {
			case PRESENT -> "choice present";
			case EXCUSED -> "choice excused";
			case ABSENT -> "choice absent";
		};
	}

	public String cell(Register.Line line) {
		return switch (line.status()) {
			case null -> "cell todo";
			case PRESENT -> "cell present";
			case EXCUSED -> "cell excused";
			case ABSENT -> "cell absent";
		};
	}

}
