package fr.faireavec.sequences;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import fr.faireavec.sequences.Visits.Given;
import fr.faireavec.sequences.Visits.Slot;
import fr.faireavec.sequences.Visits.Visited;
import org.junit.jupiter.api.Test;

import static fr.faireavec.sequences.Poll.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class VisitsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

	@Test
	void neighboursAreMetOneAfterTheOther() {
		Given given = Visits.give(
				List.of(slot("s1", "f1", 9), slot("s2", "f1", 10), slot("s3", "f1", 11), slot("s4", "f1", 14)),
				List.of(visited("a", "Lens"), visited("b", "Arras"), visited("c", "Lens"), visited("d", "Arras")));
		assertThat(given.journeys()).isOne();
		assertThat(given.slots()).containsExactly(Map.entry(id("a"), id("s1")), Map.entry(id("c"), id("s2")),
				Map.entry(id("b"), id("s3")), Map.entry(id("d"), id("s4")));
		assertThat(given.without()).isEmpty();
	}

	@Test
	void asManyAsCanBeComeBeforeTravel() {
		Given given = Visits.give(List.of(slot("s1", "f1", 9), slot("s2", "f1", 10)),
				List.of(visited("a", "Lens", "s2"), visited("b", "Lens", "s2"), visited("c", "Arras")));
		assertThat(given.slots()).containsExactly(Map.entry(id("a"), id("s1")), Map.entry(id("c"), id("s2")));
		assertThat(given.without()).containsExactly(id("b"));
		assertThat(given.journeys()).isOne();
	}

	@Test
	void anotherFacilitatorOrDayIsNoJourneyAndNobodyKnowsWhereABlankIs() {
		List<Visited> apart = List.of(visited("a", "Lens"), visited("b", "Arras"));
		assertThat(Visits.give(List.of(slot("s1", "f1", 9), slot("s2", "f2", 9)), apart).journeys()).isZero();
		List<Visited> blank = List.of(visited("a", ""), visited("b", ""));
		assertThat(Visits.give(List.of(slot("s1", "f1", 9), slot("s2", "f1", 10)), blank).journeys()).isOne();
		assertThat(Visits.give(List.of(), apart).without()).containsExactly(id("a"), id("b"));
		List<Visited> many = IntStream.range(0, 13).mapToObj((n) -> visited("v" + n, "")).toList();
		assertThatIllegalArgumentException().isThrownBy(() -> Visits.give(List.of(), many));
	}

	@Test
	void isWhatLookingAtEveryWayFinds() {
		for (int seed = 0; seed < 400; seed++) {
			RandomProblems random = new RandomProblems(seed);
			List<Slot> slots = new ArrayList<>();
			int count = random.upTo(6);
			for (int i = 0; i < count; i++) {
				LocalDateTime start = DAY.plusDays(random.upTo(2)).atTime(9 + random.upTo(8), 0);
				slots.add(new Slot(random.ids(1).getFirst(), id("f" + random.upTo(2)), start, start.plusHours(1)));
			}
			List<Visited> structures = new ArrayList<>();
			for (UUID structure : random.ids(random.upTo(6))) {
				Set<UUID> cannot = new HashSet<>();
				slots.stream().filter((slot) -> random.chance(0.3)).forEach((slot) -> cannot.add(slot.id()));
				structures.add(new Visited(structure, random.chance(0.1) ? "" : "c" + random.upTo(3), cannot));
			}
			Given given = Visits.give(slots, structures);
			List<Slot> ordered = slots.stream()
				.sorted(Comparator.comparing((Slot slot) -> slot.start().toLocalDate())
					.thenComparing(Slot::facilitator)
					.thenComparing(Slot::start)
					.thenComparing(Slot::end)
					.thenComparing(Slot::id))
				.toList();
			Way best = new Way();
			tryAll(ordered, structures, new ArrayList<>(), best);
			Map<UUID, UUID> expected = new LinkedHashMap<>();
			for (int i = 0; i < ordered.size(); i++) {
				if (best.taken.get(i) < structures.size()) {
					expected.put(structures.get(best.taken.get(i)).structure(), ordered.get(i).id());
				}
			}
			assertThat(given.journeys()).as("seed %d", seed).isEqualTo(best.journeys);
			assertThat(given.slots()).as("seed %d", seed).containsExactlyEntriesOf(expected);
		}
	}

	/** Slot by slot, who takes it; the number of structures is nobody. */
	private static void tryAll(List<Slot> slots, List<Visited> structures, List<Integer> taken, Way best) {
		if (taken.size() == slots.size()) {
			best.consider(slots, structures, taken);
			return;
		}
		for (int i = 0; i <= structures.size(); i++) {
			if (i == structures.size()
					|| (!taken.contains(i) && !structures.get(i).cannot().contains(slots.get(taken.size()).id()))) {
				taken.add(i);
				tryAll(slots, structures, taken, best);
				taken.removeLast();
			}
		}
	}

	private static Slot slot(String name, String facilitator, int hour) {
		return new Slot(id(name), id(facilitator), DAY.atTime(hour, 0), DAY.atTime(hour + 1, 0));
	}

	private static Visited visited(String name, String commune, String... cannot) {
		Set<UUID> never = new HashSet<>();
		for (String slot : cannot) {
			never.add(id(slot));
		}
		return new Visited(id(name), commune, never);
	}

	/** The best way so far; those that come later win no tie. */
	private static final class Way {

		private int given = -1;

		private int journeys;

		private List<Integer> taken = List.of();

		private void consider(List<Slot> slots, List<Visited> structures, List<Integer> way) {
			int count = 0;
			int travel = 0;
			for (int i = 0; i < way.size(); i++) {
				if (way.get(i) == structures.size()) {
					continue;
				}
				count++;
				int before = i - 1;
				while (before >= 0 && way.get(before) == structures.size()) {
					before--;
				}
				if (before >= 0 && slots.get(before).facilitator().equals(slots.get(i).facilitator())
						&& slots.get(before).start().toLocalDate().equals(slots.get(i).start().toLocalDate())) {
					String from = structures.get(way.get(before)).commune();
					travel += (!from.isEmpty() && from.equals(structures.get(way.get(i)).commune())) ? 0 : 1;
				}
			}
			if (count > this.given || (count == this.given && travel < this.journeys)) {
				this.given = count;
				this.journeys = travel;
				this.taken = List.copyOf(way);
			}
		}

	}

}
