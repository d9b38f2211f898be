package fr.faireavec.sequences;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Chooses one date for each day, exactly: no other sequence is better in the order asked
 * for, and ties are always broken the same way ({@link Order#comparator()}). The rules no
 * sequence may break are in {@link Constraint}; between two pinned days there is nothing
 * left to choose, hence no rule to break. Rules and order are those of the network: who
 * is served worst comes before how many are served.
 */
public final class BestSequence {

	private BestSequence() {
	}

	/**
	 * The best sequence, what it becomes in the other order, and the next best; or, when
	 * none is possible, what to loosen.
	 */
	public static Outcome solve(SequenceProblem problem, Order order) {
		Ballots ballots = new Ballots(problem);
		Search search = new Search(problem, ballots);
		List<List<Candidate>> two = search.best(order, 2);
		if (two.isEmpty()) {
			return new Looseners(problem).outcome();
		}
		Pricing pricing = new Pricing(problem, ballots);
		List<Candidate> best = two.getFirst();
		Optional<Scored> other = search.best(order.other(), 1)
			.stream()
			.filter((chosen) -> !chosen.equals(best))
			.map(pricing::price)
			.findFirst();
		return new Outcome(Optional.of(pricing.price(best)), other,
				two.stream().skip(1).map(pricing::price).findFirst(), List.of(), List.of());
	}

	/**
	 * The price of any choice, one date for each day in their order, proposed or not. A
	 * rule it breaks is named, and refuses nothing: whoever chooses may.
	 */
	public static Scored score(SequenceProblem problem, List<Candidate> chosen) {
		if (chosen.size() != problem.days().size()) {
			throw new IllegalArgumentException("one date for each day: " + problem.days()
				.stream()
				.map((day) -> String.valueOf(day.rank()))
				.collect(Collectors.joining(", ")));
		}
		return new Pricing(problem, new Ballots(problem)).price(chosen);
	}

}
