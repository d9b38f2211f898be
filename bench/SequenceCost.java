import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.sequences.BestSequence;
import fr.faireavec.sequences.Busy;
import fr.faireavec.sequences.Candidate;
import fr.faireavec.sequences.Day;
import fr.faireavec.sequences.Order;
import fr.faireavec.sequences.Say;
import fr.faireavec.sequences.SequenceProblem;
import fr.faireavec.sequences.Spacing;
import fr.faireavec.sequences.Voter;

/**
 * How long the best sequence of days takes, in one thread: seeded problems of a size, each
 * solved once, from those where everybody can to those where hardly anybody can. Nothing
 * is left out by spacing or refusals: every combination of dates is possible, the most
 * there is to search. Two people stand for each structure; then, as hard as it gets, one
 * does, and every option suits as many as any other: only who is served worst decides.
 */
public class SequenceCost {

	private static final int OPTIONS = 4;

	private static final double[] FREE = { 1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0 };

	private final Random random = new Random(20260901);

	private final int rounds;

	SequenceCost(int rounds) {
		this.rounds = rounds;
	}

	public static void main(String[] args) {
		SequenceCost cost = new SequenceCost(Integer.parseInt(args[0]));
		for (int i = 0; i < 10; i++) {
			cost.measure(7, 30, false);
			cost.measure(7, 30, true);
		}
		System.out.printf("%d problems a row, %d options a day, both orders and the next best.%n%n", FREE.length * cost.rounds,
				OPTIONS);
		System.out.println("| days | people | combinations | median, ms | 90 %, ms | worst, ms | free in the worst |");
		System.out.println("|---|---|---|---|---|---|---|");
		for (boolean even : new boolean[] { false, true }) {
			for (int days = 5; days <= 12; days++) {
				cost.say(days, 30, even);
			}
			for (int days : new int[] { 7, 12 }) {
				for (int people = 10; people <= 60; people += 10) {
					cost.say(days, people, even);
				}
			}
		}
	}

	private void say(int days, int people, boolean even) {
		List<Taken> taken = measure(days, people, even).stream().sorted((a, b) -> Double.compare(a.ms(), b.ms())).toList();
		Taken worst = taken.getLast();
		System.out.printf(Locale.ROOT, "| %d | %d%s | %.0f | %.1f | %.1f | %.1f | %.0f %% |%n", days, people, even ? ", even" : "",
				Math.pow(OPTIONS, days), taken.get(taken.size() / 2).ms(), taken.get(taken.size() * 9 / 10).ms(),
				worst.ms(), 100 * worst.free());
	}

	private List<Taken> measure(int days, int people, boolean even) {
		List<Taken> taken = new ArrayList<>();
		for (double free : FREE) {
			for (int i = 0; i < this.rounds; i++) {
				SequenceProblem problem = problem(days, people, free, even);
				long before = System.nanoTime();
				if (BestSequence.solve(problem, Order.WORST_SERVED_FIRST).best().isEmpty()) {
					throw new IllegalStateException("everything is possible");
				}
				taken.add(new Taken((System.nanoTime() - before) / 1e6, free));
			}
		}
		return taken;
	}

	private SequenceProblem problem(int days, int people, double free, boolean even) {
		List<UUID> structures = ids(even ? people : people / 2);
		List<UUID> persons = ids(people);
		List<UUID> facilitators = ids(2);
		List<Voter> voters = new ArrayList<>();
		for (int i = 0; i < people; i++) {
			voters.add(new Voter(persons.get(i), structures.get(even ? i : i / 2)));
		}
		List<Day> sequence = new ArrayList<>();
		Map<UUID, Map<UUID, Say>> answers = new HashMap<>();
		List<Busy> busy = new ArrayList<>();
		for (int i = 0; i < days; i++) {
			List<Candidate> candidates = new ArrayList<>();
			for (int option = 0; option < OPTIONS; option++) {
				LocalDateTime start = LocalDate.of(2026, 9, 7).plusDays(35L * i + 3 * option).atTime(9, 30);
				Candidate candidate = new Candidate(ids(1).getFirst(), start, start.plusHours(7));
				candidates.add(candidate);
				answers.put(candidate.id(), even ? saidEvenly(persons, free) : said(persons, free));
				if (this.random.nextInt(8) == 0) {
					busy.add(new Busy(facilitators.getFirst(), start, start.plusHours(2)));
				}
			}
			sequence.add(new Day(i + 1, candidates, Set.of(), false));
		}
		return new SequenceProblem(sequence, Spacing.ofWeeks(3, 7), structures, voters, Set.copyOf(facilitators),
				answers, busy);
	}

	private Map<UUID, Say> said(List<UUID> persons, double free) {
		Map<UUID, Say> said = new HashMap<>();
		for (UUID person : persons) {
			// Nobody refuses where nobody is free: all are silent.
			if (free > 0 && this.random.nextInt(10) > 0) {
				Say able = (this.random.nextInt(6) == 0) ? Say.IF_NEEDED : Say.YES;
				said.put(person, (this.random.nextDouble() < free) ? able : Say.NO);
			}
		}
		if (free > 0) {
			said.put(persons.get(this.random.nextInt(persons.size())), Say.YES);
		}
		return said;
	}

	private Map<UUID, Say> saidEvenly(List<UUID> persons, double free) {
		List<UUID> shuffled = new ArrayList<>(persons);
		Collections.shuffle(shuffled, this.random);
		Map<UUID, Say> said = new HashMap<>();
		for (int i = 0; i < shuffled.size(); i++) {
			said.put(shuffled.get(i), (i < Math.max(1, free * persons.size())) ? Say.YES : Say.NO);
		}
		return said;
	}

	private List<UUID> ids(int count) {
		return Stream.generate(() -> new UUID(this.random.nextLong(), this.random.nextLong())).limit(count).toList();
	}

	/** What one problem took, and how many people were free. */
	private record Taken(double ms, double free) {
	}

}
