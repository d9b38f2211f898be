package fr.faireavec.sequences;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Problems of every shape, the same for the same seed. */
final class RandomProblems {

	private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

	private final Random random;

	RandomProblems(long seed) {
		// Seeds that follow each other begin alike: they are stirred first.
		this.random = new Random(seed * 6364136223846793005L + 1442695040888963407L);
	}

	/** A small one: all its sequences can be looked at. */
	SequenceProblem small() {
		boolean torn = chance(0.2);
		boolean easy = torn || chance(0.5);
		int days = torn ? 4 : (easy ? 2 : 1) + this.random.nextInt(4);
		int most = (days < 4) ? 4 : 7 - days;
		List<UUID> structures = ids(torn ? 4 : chance(0.15) ? 2 : this.random.nextInt(6));
		List<UUID> people = ids((easy ? 4 : 1) + this.random.nextInt(5));
		List<Voter> voters = new ArrayList<>();
		structures.forEach((structure) -> {
			int each = easy ? 1 + this.random.nextInt(2) : this.random.nextInt(3);
			for (int i = 0; i < each; i++) {
				int person = torn ? structures.indexOf(structure) : this.random.nextInt(people.size());
				voters.add(new Voter(people.get(person), structure));
			}
		});
		List<UUID> facilitators = ids(this.random.nextInt(3));
		List<UUID> speakers = ids(2);
		int apart = 5 + this.random.nextInt(20);
		int around = torn ? 2 : this.random.nextInt(12);
		List<Day> sequence = new ArrayList<>();
		for (int i = 0; i < days; i++) {
			boolean pinned = !torn && chance(0.15);
			int options = torn ? 4 : pinned ? 1 : 1 + this.random.nextInt(most);
			List<Candidate> candidates = new ArrayList<>();
			for (int c = 0; c < options; c++) {
				// Torn: who begins with the second options goes on with them.
				int later = torn ? 4 * c : this.random.nextInt(around + 1);
				candidates.add(candidate(FIRST.plusDays((long) i * apart + later)));
			}
			sequence
				.add(new Day(i + 1, candidates, chance(0.3) ? Set.copyOf(speakers.subList(0, 1)) : Set.of(), pinned));
		}
		int fewest = this.random.nextInt(apart);
		// Tight enough for one day's date to decide of the next one's.
		Spacing spacing = easy ? new Spacing(Math.max(0, apart - around / 2), apart + around / 2)
				: new Spacing(fewest, fewest + this.random.nextInt(apart + 10));
		List<UUID> asked = easy ? people : Stream.of(people, facilitators, speakers).flatMap(List::stream).toList();
		Map<UUID, Map<UUID, Say>> answers = torn ? answers(sequence, asked, 0, 0.25, 0.2) : answers(sequence, asked);
		return new SequenceProblem(sequence, spacing, structures, voters, Set.copyOf(facilitators), answers,
				busy(sequence, easy ? List.of() : facilitators));
	}

	private Map<UUID, Map<UUID, Say>> answers(List<Day> days, List<UUID> people) {
		if (chance(0.08)) {
			return Map.of();
		}
		return answers(days, people, this.random.nextDouble() * 0.5, this.random.nextDouble() * 0.7,
				chance(0.2) ? 1 : this.random.nextDouble() * 0.5);
	}

	private Map<UUID, Map<UUID, Say>> answers(List<Day> days, List<UUID> people, double silent, double no,
			double ifNeeded) {
		Map<UUID, Map<UUID, Say>> answers = new HashMap<>();
		for (Day day : days) {
			boolean refused = chance(0.03);
			for (Candidate candidate : day.candidates()) {
				Map<UUID, Say> said = new HashMap<>();
				for (UUID person : people) {
					if (!chance(silent)) {
						Say able = chance(ifNeeded) ? Say.IF_NEEDED : Say.YES;
						said.put(person, (refused || chance(no)) ? Say.NO : able);
					}
				}
				answers.put(candidate.id(), said);
			}
		}
		return answers;
	}

	private List<Busy> busy(List<Day> days, List<UUID> facilitators) {
		List<Busy> busy = new ArrayList<>();
		for (Day day : days) {
			for (Candidate candidate : day.candidates()) {
				for (UUID facilitator : facilitators) {
					if (chance(0.12)) {
						LocalDateTime start = candidate.start().plusHours(this.random.nextInt(12) - 6L);
						busy.add(new Busy(facilitator, start, start.plusHours(1L + this.random.nextInt(6))));
					}
				}
			}
		}
		return busy;
	}

	Candidate candidate(LocalDate day) {
		LocalDateTime start = day.atTime(chance(0.8) ? 9 : 13, chance(0.8) ? 0 : 30);
		return new Candidate(id(), start, start.plusHours(chance(0.8) ? 4 : 7));
	}

	List<UUID> ids(int count) {
		return Stream.generate(this::id).limit(count).toList();
	}

	boolean chance(double probability) {
		return this.random.nextDouble() < probability;
	}

	int upTo(int bound) {
		return this.random.nextInt(bound);
	}

	private UUID id() {
		return new UUID(this.random.nextLong(), this.random.nextLong());
	}

}
