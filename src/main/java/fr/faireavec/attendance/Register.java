package fr.faireavec.attendance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.replies.ReplyReading.Announced;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * The register of one day as it is read: a sheet for each half-day, and the guests. No
 * sheet while the day has no date.
 */
public record Register(int rank, int version, String title, SessionState state, @Nullable TimeSlot slot, String venue,
		List<Sheet> sheets, List<GuestLine> guests, List<Replacement> replacements, List<Represented> structures,
		boolean closed) {

	/** The sheet to show unless somebody asks for another: the one being filled. */
	public Optional<Sheet> current() {
		return this.sheets.stream()
			.filter((sheet) -> sheet.open() && sheet.seal() == null)
			.reduce((earlier, later) -> later)
			.or(() -> this.sheets.stream().filter((sheet) -> sheet.seal() == null).findFirst())
			.or(() -> this.sheets.stream().findFirst());
	}

	/** The sheet one signs on now: the last one that is open. */
	public Optional<Sheet> toSign() {
		return this.sheets.stream().filter(Sheet::open).reduce((earlier, later) -> later);
	}

	/** One half-day: everybody expected, and whoever has a line. */
	public record Sheet(UUID halfDayId, int ordinal, boolean morning, TimeSlot slot, LocalDateTime opensAt,
			boolean open, boolean begun, @Nullable Seal seal, List<Line> lines) {

		public long present() {
			return this.lines.stream().filter((line) -> line.status() == AttendanceStatus.PRESENT).count();
		}

		/**
		 * How many people it asks about. A countersigned sheet asks about those it names:
		 * whoever was mandated since is only shown, to be added with a reason.
		 */
		public long expected() {
			return (this.seal == null) ? this.lines.size()
					: this.lines.stream().filter((line) -> line.status() != null).count();
		}

		public Optional<Line> line(UUID personId) {
			return this.lines.stream().filter((line) -> line.personId().equals(personId)).findFirst();
		}

		/** Those who have no answer yet. */
		public List<Line> unanswered() {
			return this.lines.stream().filter((line) -> line.status() == null).toList();
		}

		/** Of these, those who had said that they would not come. */
		public List<Line> announced() {
			return unanswered().stream().filter((line) -> line.announced() != null).toList();
		}

		/** Of these, those who had said nothing of the kind. */
		public List<Line> awaited() {
			return unanswered().stream().filter((line) -> line.announced() == null).toList();
		}

	}

	/**
	 * One person on one half-day, for one structure or several; no status, method, moment
	 * or hand while nobody said.
	 *
	 * @param stay how much of it she was there; whole while nobody said
	 * @param stayNotedAt when the animation said so, if it did
	 * @param announced what they said beforehand, when it was not that they come
	 */
	public record Line(UUID personId, String name, List<StandsFor> structures, @Nullable AttendanceStatus status,
			@Nullable AttendanceMethod how, Stay stay, @Nullable Instant stayNotedAt, @Nullable Instant at,
			@Nullable String by, @Nullable Announced announced) {

		public List<String> structureNames() {
			return this.structures.stream().map(StandsFor::structure).toList();
		}

		/**
		 * What a device saw of the line, to be told from what it says later; empty while
		 * nobody said.
		 */
		public String seen() {
			Instant said = this.at;
			return (this.status == null || said == null) ? ""
					: Integer.toHexString((this.status.name() + this.how + said.toEpochMilli() + this.stay).hashCode());
		}

		/** The person signed herself. */
		public boolean isSigned() {
			return this.status == AttendanceStatus.PRESENT && this.how != null && this.how.isSigned();
		}

		/** What is offered while nothing is noted: an absence somebody announced. */
		public boolean isOffered(AttendanceStatus answer) {
			return this.status == null && this.announced != null && answer == AttendanceStatus.EXCUSED;
		}

	}

	/**
	 * A structure somebody stands for, and as what; no role where she is no longer
	 * expected for it that day.
	 */
	public record StandsFor(String structure, @Nullable MandateRole role) {
	}

	/** Who closed the sheet, and when. */
	public record Seal(String by, Instant at) {
	}

	/**
	 * Somebody who came without a mandate, and the structure she stands for, if any.
	 *
	 * @param onlyHalf 1 or 2 when she was there that half of the day only
	 */
	public record GuestLine(UUID id, String name, String organisation, @Nullable String represents,
			@Nullable Integer onlyHalf) {

		public boolean isThere(Sheet sheet) {
			return this.onlyHalf == null || this.onlyHalf == sheet.ordinal();
		}

	}

	/** Somebody announced in the place of another, who is not on the list yet. */
	public record Replacement(String inPlaceOf, String name, String organisation, UUID enrolmentId, String structure) {
	}

	/** A structure active that day, which a guest may stand for. */
	public record Represented(UUID enrolmentId, String structure) {
	}

}
