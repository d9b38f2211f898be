package fr.faireavec.sheets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.attendance.AttendanceStatus;
import fr.faireavec.attendance.Register;
import fr.faireavec.attendance.SignatureDrawings;
import fr.faireavec.attendance.SignatureDrawings.Drawing;
import fr.faireavec.attendance.SignatureDrawings.Signed;
import org.jspecify.annotations.Nullable;

/**
 * A register as it is printed: one row a person, one column a half-day.
 */
public record RegisterFile(Register register, List<Row> rows, List<GuestRow> guests) {

	static RegisterFile of(Register register, Map<Signed, Drawing> signatures) {
		Map<UUID, Register.Line> people = new LinkedHashMap<>();
		register.sheets()
			.stream()
			.flatMap((sheet) -> sheet.lines().stream())
			.forEach((line) -> people.merge(line.personId(), line,
					(one, other) -> (one.status() != null) ? one : other));
		List<Row> rows = new ArrayList<>();
		people.forEach((personId, person) -> {
			List<Cell> cells = register.sheets().stream().map((sheet) -> cell(sheet, personId, signatures)).toList();
			// Whoever was mandated since the sheet was closed is not on it.
			if (!register.closed() || cells.stream().anyMatch((cell) -> cell.line() != null)) {
				rows.add(new Row(person, cells));
			}
		});
		List<GuestRow> guests = register.guests()
			.stream()
			.map((guest) -> new GuestRow(guest, register.sheets()
				.stream()
				.map((sheet) -> new Cell(sheet, null, signatures.get(new Signed(sheet.halfDayId(), guest.id()))))
				.toList()))
			.toList();
		return new RegisterFile(register, List.copyOf(rows), guests);
	}

	private static Cell cell(Register.Sheet sheet, UUID personId, Map<Signed, Drawing> signatures) {
		Register.Line line = sheet.lines()
			.stream()
			.filter((one) -> one.personId().equals(personId) && one.status() != null)
			.findFirst()
			.orElse(null);
		return new Cell(sheet, line, signatures.get(new Signed(sheet.halfDayId(), personId)));
	}

	/** Whether every half-day is countersigned. */
	public boolean isClosed() {
		return this.register.closed();
	}

	/** Somebody expected, and what is written of each half-day. */
	public record Row(Register.Line person, List<Cell> cells) {

		/** By name, one after the other. */
		public String structures() {
			return this.person.structures()
				.stream()
				.map(Register.StandsFor::structure)
				.collect(Collectors.joining(", "));
		}

	}

	/** Somebody who came without a mandate, and what they signed. */
	public record GuestRow(Register.GuestLine guest, List<Cell> cells) {

		public boolean isThere(Cell cell) {
			return this.guest.isThere(cell.sheet());
		}

	}

	/** What is written of one half-day; nothing while nobody said. */
	public record Cell(Register.Sheet sheet, Register.@Nullable Line line, @Nullable Drawing signature) {

		public boolean isPresent() {
			return this.line != null && this.line.status() == AttendanceStatus.PRESENT;
		}

		/** Said again after the countersignature. */
		public boolean isCorrected() {
			return correctedAt() != null;
		}

		/** When; its hours, or all of it. */
		public @Nullable Instant correctedAt() {
			Register.Seal seal = this.sheet.seal();
			return (this.line == null || seal == null) ? null
					: Stream.of(Optional.ofNullable(this.line.at()), Optional.ofNullable(this.line.stayNotedAt()))
						.flatMap(Optional::stream)
						.filter((at) -> at.isAfter(seal.at()))
						.max(Comparator.naturalOrder())
						.orElse(null);
		}

	}

}
