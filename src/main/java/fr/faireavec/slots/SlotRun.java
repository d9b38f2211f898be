package fr.faireavec.slots;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.TimeSlot;

/**
 * Slots one after the other within some hours of a day, with time to travel between two
 * of them.
 *
 * @param minutes how long each of them lasts, 15 to 240
 * @param between minutes from the end of one to the start of the next, 0 to 240
 */
public record SlotRun(LocalDate day, LocalTime from, LocalTime to, int minutes, int between) {

	/** As many at the most. */
	public static final int MOST = 24;

	/**
	 * All of them, in order, whatever clocks do.
	 * @throws Refusal when not one fits, or too many do
	 */
	public List<TimeSlot> slots() {
		List<TimeSlot> slots = new ArrayList<>();
		LocalDateTime end = this.day.atTime(this.to);
		LocalDateTime start = this.day.atTime(this.from);
		while (!start.plusMinutes(this.minutes).isAfter(end)) {
			if (slots.size() == MOST) {
				throw Refusal.of("to", "slots.tooMany", MOST);
			}
			slots.add(new TimeSlot(start, start.plusMinutes(this.minutes)));
			start = start.plusMinutes((long) this.minutes + this.between);
		}
		if (slots.isEmpty()) {
			throw Refusal.of("to", "slots.noneFits");
		}
		return slots;
	}

	/**
	 * Whether a clock there shows these hours once, and lets pass as much time as they
	 * say: on the nights it is put forward or back, some do not.
	 */
	static boolean isReal(TimeSlot slot, ZoneId zone) {
		return isOnce(slot.start(), zone) && isOnce(slot.end().minusNanos(1), zone)
				&& Duration.between(slot.start().atZone(zone), slot.end().atZone(zone)).equals(slot.duration());
	}

	private static boolean isOnce(LocalDateTime time, ZoneId zone) {
		return zone.getRules().getValidOffsets(time).size() == 1;
	}

}
