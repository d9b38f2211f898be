package fr.faireavec.sheets;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.sessions.TimeSlot;

/**
 * What one person really attended, by the registers that are countersigned.
 *
 * @param ids of the person; of a guest, one a day
 */
public record Attestation(Set<UUID> ids, String name, String structures, List<Half> halves) {

	/** One to ask for this attestation by. */
	public UUID id() {
		return Collections.min(this.ids);
	}

	/** Of the days of a period alone. */
	Attestation within(LocalDate from, LocalDate to) {
		return new Attestation(this.ids, this.name, this.structures,
				this.halves.stream().filter((one) -> !one.day().isBefore(from) && !one.day().isAfter(to)).toList());
	}

	/** In hours. */
	public double hours() {
		return this.halves.stream().mapToLong(Half::minutes).sum() / 60.0;
	}

	public long days() {
		return this.halves.stream().map(Half::day).distinct().count();
	}

	/**
	 * One half-day she was there.
	 *
	 * @param slot of it, what she was there
	 * @param remote away from the room
	 */
	public record Half(int rank, String title, TimeSlot slot, boolean remote) {

		public LocalDate day() {
			return this.slot.day();
		}

		public long minutes() {
			return this.slot.duration().toMinutes();
		}

	}

}
