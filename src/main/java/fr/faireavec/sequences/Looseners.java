package fr.faireavec.sequences;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When nothing is possible: which rule to set aside, and where. By dynamic programming
 * over the days, the fewest places first, then the gaps closest to the spacing.
 */
final class Looseners {

	private static final long PLACE = 1_000_000_000L;

	private static final long IMPOSSIBLE = Long.MAX_VALUE / 4;

	private static final int ANYWHERE = -1;

	private static final List<Constraint> ONE_AT_A_TIME = List.of(Constraint.TOO_CLOSE, Constraint.TOO_FAR,
			Constraint.FACILITATORS_REFUSE, Constraint.FACILITATORS_BUSY, Constraint.SPEAKER_REFUSES,
			Constraint.EVERYBODY_REFUSES, Constraint.ORDER);

	private final SequenceProblem problem;

	private final Rules rules;

	Looseners(SequenceProblem problem) {
		this.problem = problem;
		this.rules = new Rules(problem, new Ballots(problem));
	}

	Outcome outcome() {
		List<Breach> unproposed = this.problem.days()
			.stream()
			.filter((day) -> day.candidates().isEmpty())
			.map((day) -> Breach.of(Constraint.NOTHING_PROPOSED, day))
			.toList();
		if (!unproposed.isEmpty()) {
			return impossible(List.of(new Loosening(Constraint.NOTHING_PROPOSED, unproposed)), List.of());
		}
		List<Loosening> loosenings = new ArrayList<>();
		ONE_AT_A_TIME.forEach((constraint) -> loosenings.addAll(loosenings(constraint)));
		List<Breach> together = loosenings.isEmpty()
				? cheapest(Rules.ALL, ANYWHERE).orElseThrow(() -> new IllegalStateException("no rule stands"))
				: List.of();
		return impossible(List.copyOf(loosenings), together);
	}

	private static Outcome impossible(List<Loosening> loosenings, List<Breach> together) {
		return new Outcome(Optional.empty(), Optional.empty(), Optional.empty(), loosenings, together);
	}

	private List<Loosening> loosenings(Constraint constraint) {
		List<Loosening> alone = new ArrayList<>();
		for (int day = 0; day < this.problem.days().size(); day++) {
			cheapest(Set.of(constraint), day).ifPresent((places) -> alone.add(new Loosening(constraint, places)));
		}
		if (alone.isEmpty()) {
			cheapest(Set.of(constraint), ANYWHERE).ifPresent((places) -> alone.add(new Loosening(constraint, places)));
		}
		return alone;
	}

	/** The rules to break, among those set aside, at one day only or anywhere. */
	private Optional<List<Breach>> cheapest(Set<Constraint> aside, int only) {
		List<Day> days = this.problem.days();
		List<List<Candidate>> candidates = days.stream()
			.map((day) -> day.candidates().stream().sorted(Candidate.EARLIEST).toList())
			.toList();
		long[][] costs = new long[days.size()][];
		int[][] from = new int[days.size()][];
		for (int i = 0; i < days.size(); i++) {
			Set<Constraint> here = (only == ANYWHERE || only == i) ? aside : Set.of();
			costs[i] = new long[candidates.get(i).size()];
			from[i] = new int[costs[i].length];
			for (int c = 0; c < costs[i].length; c++) {
				Candidate candidate = candidates.get(i).get(c);
				long best = (i == 0) ? 0 : IMPOSSIBLE;
				for (int p = 0; i > 0 && p < costs[i - 1].length; p++) {
					long cost = costs[i - 1][p]
							+ cost(days.get(i - 1), candidates.get(i - 1).get(p), days.get(i), candidate, here);
					if (cost < best) {
						best = cost;
						from[i][c] = p;
					}
				}
				costs[i][c] = Math.min(IMPOSSIBLE, best + cost(days.get(i), candidate, here));
			}
		}
		return walk(candidates, costs, from, aside);
	}

	private Optional<List<Breach>> walk(List<List<Candidate>> candidates, long[][] costs, int[][] from,
			Set<Constraint> aside) {
		int at = 0;
		long[] ends = costs[costs.length - 1];
		for (int c = 1; c < ends.length; c++) {
			at = (ends[c] < ends[at]) ? c : at;
		}
		if (ends[at] >= IMPOSSIBLE) {
			return Optional.empty();
		}
		List<Breach> breaches = new ArrayList<>();
		for (int i = costs.length - 1; i >= 0; i--) {
			Day day = this.problem.days().get(i);
			Candidate candidate = candidates.get(i).get(at);
			needed(day, candidate, aside).reversed().forEach((broken) -> breaches.add(Breach.of(broken, day)));
			if (i > 0) {
				Day before = this.problem.days().get(i - 1);
				Candidate previous = candidates.get(i - 1).get(from[i][at]);
				this.rules.brokenBetween(before, previous, day, candidate)
					.ifPresent((broken) -> breaches.add(Breach.between(broken, before, previous, day, candidate)));
			}
			at = from[i][at];
		}
		return Optional.of(List.copyOf(breaches.reversed()));
	}

	/** What has to be broken for that date, among what is set aside. */
	private List<Constraint> needed(Day day, Candidate candidate, Set<Constraint> aside) {
		if (this.rules.allows(day, candidate, Set.of())) {
			return List.of();
		}
		return (aside.size() == 1) ? List.copyOf(aside) : this.rules.brokenBy(day, candidate);
	}

	private long cost(Day day, Candidate candidate, Set<Constraint> aside) {
		if (this.rules.allows(day, candidate, aside)) {
			return PLACE * needed(day, candidate, aside).size();
		}
		return IMPOSSIBLE;
	}

	private long cost(Day earlier, Candidate from, Day later, Candidate to, Set<Constraint> aside) {
		return this.rules.brokenBetween(earlier, from, later, to)
			.map((broken) -> aside.contains(broken) ? PLACE + this.rules.excess(broken, from, to) : IMPOSSIBLE)
			.orElse(0L);
	}

}
