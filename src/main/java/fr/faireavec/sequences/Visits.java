package fr.faireavec.sequences;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Gives each structure one of the facilitators' free slots, exactly: as many structures
 * as can be, then the least travel, which is how often one facilitator goes from one
 * commune to another between two meetings that follow each other in a day. Ties are
 * always broken the same way: taking the slots day by day, facilitator by facilitator, in
 * their hours, each is filled rather than left free, by the first structure of the list
 * that spoils nothing.
 */
public final class Visits {

	/** How many structures at once: what it takes doubles with each. */
	public static final int MOST_STRUCTURES = 12;

	private static final Comparator<Slot> IN_ORDER = Comparator.comparing(Slot::day)
		.thenComparing(Slot::facilitator)
		.thenComparing(Slot::start)
		.thenComparing(Slot::end)
		.thenComparing(Slot::id);

	// One structure more is worth any travel.
	private static final int STRUCTURE = 1_000;

	private static final int UNKNOWN = Integer.MIN_VALUE;

	private final List<Slot> slots;

	private final List<Visited> structures;

	/**
	 * By slot, by structures already given one, and by the structure last met that day.
	 */
	private final int[][][] best;

	private Visits(List<Slot> slots, List<Visited> structures) {
		this.slots = slots.stream().sorted(IN_ORDER).toList();
		this.structures = List.copyOf(structures);
		this.best = new int[slots.size()][1 << structures.size()][structures.size() + 1];
		for (int[][] bySet : this.best) {
			for (int[] byLast : bySet) {
				Arrays.fill(byLast, UNKNOWN);
			}
		}
	}

	/** The slot of each structure, as far as there are slots. */
	public static Given give(List<Slot> slots, List<Visited> structures) {
		if (structures.size() > MOST_STRUCTURES) {
			throw new IllegalArgumentException("no more than " + MOST_STRUCTURES + " structures at once");
		}
		return new Visits(slots, structures).walk();
	}

	private Given walk() {
		Map<UUID, UUID> given = new LinkedHashMap<>();
		int journeys = 0;
		int set = 0;
		int last = this.structures.size();
		for (int slot = 0; slot < this.slots.size(); slot++) {
			last = startsADay(slot) ? this.structures.size() : last;
			int wanted = best(slot, set, last);
			for (int structure = 0; structure < this.structures.size(); structure++) {
				if (mayTake(structure, slot, set) && worth(slot, set, last, structure) == wanted) {
					journeys += isJourney(last, structure) ? 1 : 0;
					given.put(this.structures.get(structure).structure(), this.slots.get(slot).id());
					set |= 1 << structure;
					last = structure;
					break;
				}
			}
		}
		List<UUID> without = new ArrayList<>(this.structures.stream().map(Visited::structure).toList());
		without.removeAll(given.keySet());
		return new Given(given, without, journeys);
	}

	private int best(int slot, int set, int last) {
		if (slot == this.slots.size()) {
			return 0;
		}
		int before = startsADay(slot) ? this.structures.size() : last;
		int known = this.best[slot][set][before];
		if (known != UNKNOWN) {
			return known;
		}
		int best = best(slot + 1, set, before);
		for (int structure = 0; structure < this.structures.size(); structure++) {
			if (mayTake(structure, slot, set)) {
				best = Math.max(best, worth(slot, set, before, structure));
			}
		}
		this.best[slot][set][before] = best;
		return best;
	}

	private int worth(int slot, int set, int last, int structure) {
		return STRUCTURE - (isJourney(last, structure) ? 1 : 0) + best(slot + 1, set | (1 << structure), structure);
	}

	private boolean mayTake(int structure, int slot, int set) {
		return (set & (1 << structure)) == 0
				&& !this.structures.get(structure).cannot().contains(this.slots.get(slot).id());
	}

	private boolean isJourney(int from, int to) {
		if (from == this.structures.size()) {
			return false;
		}
		String commune = this.structures.get(from).commune();
		return commune.isBlank() || !commune.equals(this.structures.get(to).commune());
	}

	private boolean startsADay(int slot) {
		return slot == 0 || !this.slots.get(slot).isSameRound(this.slots.get(slot - 1));
	}

	/** Time a facilitator offers, as the clocks of the place say it. */
	public record Slot(UUID id, UUID facilitator, LocalDateTime start, LocalDateTime end) {

		LocalDate day() {
			return this.start.toLocalDate();
		}

		boolean isSameRound(Slot other) {
			return this.facilitator.equals(other.facilitator) && day().equals(other.day());
		}

	}

	/**
	 * A structure to meet.
	 *
	 * @param structure its id
	 * @param commune where it is, blank when nobody knows: then it is near no other
	 * @param cannot the slots it cannot take
	 */
	public record Visited(UUID structure, String commune, Set<UUID> cannot) {

		public Visited {
			cannot = Set.copyOf(cannot);
		}

	}

	/**
	 * What was found.
	 *
	 * @param slots the slot of each structure, in the order of the slots
	 * @param without structures for which no slot is left, in the order of the list
	 * @param journeys how often a facilitator changes communes during a day
	 */
	public record Given(Map<UUID, UUID> slots, List<UUID> without, int journeys) {

		public Given {
			slots = Collections.unmodifiableMap(new LinkedHashMap<>(slots));
			without = List.copyOf(without);
		}

	}

}
