package fr.faireavec.sequences;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.sequences.ByHand.Priced;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BestSequenceTests {

	private static final int CASES = 1000;

	private static final List<Constraint> LOOSENED = List.of(Constraint.ORDER, Constraint.TOO_CLOSE, Constraint.TOO_FAR,
			Constraint.FACILITATORS_REFUSE, Constraint.FACILITATORS_BUSY, Constraint.SPEAKER_REFUSES,
			Constraint.EVERYBODY_REFUSES);

	@Test
	void isWhatLookingAtEverySequenceFinds() {
		Map<String, Integer> shapes = new HashMap<>();
		for (int seed = 0; seed < CASES; seed++) {
			SequenceProblem problem = new RandomProblems(seed).small();
			List<Priced> possible = ByHand.all(problem);
			for (Order order : Order.values()) {
				List<Priced> all = ByHand.sorted(possible, order);
				Outcome outcome = BestSequence.solve(problem, order);
				if (all.isEmpty()) {
					assertThat(outcome.best()).as("seed %d", seed).isEmpty();
					boolean alone = assertLoosened(outcome, problem, seed);
					shapes.merge(alone ? "loosened by one rule" : "by several", 1, Integer::sum);
					outcome.loosenings().forEach((one) -> shapes.merge(one.constraint().name(), 1, Integer::sum));
					break;
				}
				assertThat(outcome.loosenings()).isEmpty();
				assertThat(outcome.together()).isEmpty();
				Scored best = outcome.best().orElseThrow();
				assertSame(best, all.getFirst(), seed);
				assertThat(outcome.next().isPresent()).as("seed %d", seed).isEqualTo(all.size() > 1);
				if (all.size() > 1) {
					assertSame(outcome.next().orElseThrow(), all.get(1), seed);
				}
				Priced other = ByHand.sorted(possible, order.other()).getFirst();
				boolean differs = !other.chosen().equals(best.chosen());
				assertThat(outcome.otherOrder().isPresent()).as("seed %d", seed).isEqualTo(differs);
				if (differs) {
					assertSame(outcome.otherOrder().orElseThrow(), other, seed);
					shapes.merge("orders differ", 1, Integer::sum);
				}
				if (all.size() > 1 && all.get(1).asScore().equals(best.score())) {
					shapes.merge("tied", 1, Integer::sum);
				}
				count(shapes, problem);
			}
		}
		// Each shape was met, or the comparison proves little.
		assertThat(shapes).containsKeys("loosened by one rule", "by several", "orders differ", "tied", "pinned",
				"nobody answered", "two structures", "one for two", "one facilitator absent", "one day");
		assertThat(shapes).containsKeys(LOOSENED.stream().map(Constraint::name).toArray(String[]::new));
		assertThat(shapes.values()).allMatch((times) -> times >= 3, shapes.toString());
	}

	private static void assertSame(Scored scored, Priced priced, int seed) {
		assertThat(scored.chosen()).as("seed %d", seed).isEqualTo(priced.chosen());
		assertThat(scored.score()).as("seed %d", seed).isEqualTo(priced.asScore());
		assertThat(scored.breaches()).as("seed %d", seed).isEmpty();
	}

	private static void count(Map<String, Integer> shapes, SequenceProblem problem) {
		Map<String, Boolean> met = new HashMap<>();
		met.put("pinned", problem.days().stream().anyMatch(Day::pinned));
		met.put("nobody answered", problem.answers().isEmpty());
		met.put("two structures", problem.structures().size() == 2);
		met.put("one day", problem.days().size() == 1);
		met.put("one for two",
				problem.voters()
					.stream()
					.distinct()
					.collect(Collectors.groupingBy(Voter::person, Collectors.counting()))
					.values()
					.stream()
					.anyMatch((count) -> count > 1));
		met.put("one facilitator absent", problem.facilitators().size() == 2 && problem.facilitators()
			.stream()
			.anyMatch((one) -> problem.answers().values().stream().anyMatch((said) -> said.get(one) == Say.NO)));
		met.forEach((shape, isMet) -> shapes.merge(shape, isMet ? 1 : 0, Integer::sum));
	}

	/** Whether some rule is enough alone. */
	private static boolean assertLoosened(Outcome outcome, SequenceProblem problem, int seed) {
		Set<Constraint> said = outcome.loosenings().stream().map(Loosening::constraint).collect(Collectors.toSet());
		assertThat(said).as("seed %d", seed)
			.isEqualTo(LOOSENED.stream()
				.filter((one) -> ByHand.isPossibleWithout(one, problem))
				.collect(Collectors.toSet()));
		assertThat(outcome.loosenings()).allSatisfy((loosening) -> assertThat(loosening.places()).isNotEmpty()
			.allSatisfy((place) -> assertThat(place.constraint()).isEqualTo(loosening.constraint())));
		assertThat(outcome.together().isEmpty()).as("seed %d", seed).isNotEqualTo(said.isEmpty());
		return !said.isEmpty();
	}

	@Test
	void aHandMadeChoiceIsPricedAndItsBreachesNamed() {
		for (int seed = 0; seed < CASES / 4; seed++) {
			RandomProblems random = new RandomProblems(seed);
			SequenceProblem problem = random.small();
			List<Candidate> chosen = new ArrayList<>();
			problem.days().forEach((day) -> chosen.add(day.candidates().get(random.upTo(day.candidates().size()))));
			boolean possible = ByHand.all(problem).stream().anyMatch((one) -> one.chosen().equals(chosen));
			Scored scored = BestSequence.score(problem, chosen);
			assertThat(scored.isPossible()).as("seed %d", seed).isEqualTo(possible);
			assertThat(scored.days()).hasSize(chosen.size());
		}
	}

	/**
	 * Whoever can come more makes nothing worse, whatever was chosen and for the best.
	 */
	@Test
	void aBetterAnswerNeverMakesTheScoreWorse() {
		int better = 0;
		for (int seed = 0; seed < CASES / 3; seed++) {
			RandomProblems random = new RandomProblems(seed);
			SequenceProblem problem = random.small();
			List<UUID> people = Stream
				.concat(problem.voters().stream().map(Voter::person), problem.facilitators().stream())
				.toList();
			if (people.isEmpty()) {
				continue;
			}
			Day day = problem.days().get(random.upTo(problem.days().size()));
			Candidate candidate = day.candidates().get(random.upTo(day.candidates().size()));
			UUID person = people.get(random.upTo(people.size()));
			Say said = problem.answersTo(candidate).get(person);
			if (said == Say.YES) {
				continue;
			}
			SequenceProblem after = answered(problem, candidate, person, (said == Say.NO) ? Say.IF_NEEDED : Say.YES);
			for (Order order : Order.values()) {
				Outcome before = BestSequence.solve(problem, order);
				Outcome now = BestSequence.solve(after, order);
				if (before.best().isPresent()) {
					Scored best = before.best().orElseThrow();
					int compared = order.comparator().compare(now.best().orElseThrow().score(), best.score());
					assertThat(compared).as("seed %d", seed).isNotNegative();
					better += compared;
					assertThat(
							order.comparator().compare(BestSequence.score(after, best.chosen()).score(), best.score()))
						.isNotNegative();
				}
			}
		}
		assertThat(better).isPositive();
	}

	private static SequenceProblem answered(SequenceProblem problem, Candidate candidate, UUID person, Say say) {
		Map<UUID, Map<UUID, Say>> answers = new HashMap<>(problem.answers());
		Map<UUID, Say> said = new HashMap<>(problem.answersTo(candidate));
		said.put(person, say);
		answers.put(candidate.id(), said);
		return new SequenceProblem(problem.days(), problem.spacing(), problem.structures(), problem.voters(),
				problem.facilitators(), answers, problem.busy());
	}

}
