package fr.faireavec.sequences;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import fr.faireavec.sequences.Ballots.Count;

/**
 * Branch and bound over the days in their order. All but the worst-served structure adds
 * up along the days once the first and the last dates are known (the unevenness is (days
 * - 1) × the sum of the squared gaps, less the square of the whole), so that dynamic
 * programming from the last day tells exactly the best that may follow a date: the bound.
 * The worst-served structure is searched for by allowing it no missed day, then one, and
 * so on: within one such round every new sequence is worth the same by it.
 */
final class Search {

	private final SequenceProblem problem;

	private final Ballots ballots;

	private final int days;

	private final int words;

	private final Weights weights;

	/** By day, those that lead from the first day to the last. */
	private final List<List<Stop>> stops = new ArrayList<>();

	/** Structures missed whatever is chosen, by day. */
	private final List<long[]> missedAnyway = new ArrayList<>();

	Search(SequenceProblem problem, Ballots ballots) {
		this.problem = problem;
		this.ballots = ballots;
		this.days = problem.days().size();
		this.words = (ballots.structures() + Long.SIZE - 1) / Long.SIZE;
		this.weights = Weights.of(this.days, ballots);
		Rules rules = new Rules(problem, ballots);
		List<List<Candidate>> possible = possible(rules);
		int lasts = possible.getLast().size();
		for (int i = 0; i < this.days; i++) {
			this.stops.add(stops(possible.get(i), lasts));
		}
		for (int i = this.days - 1; i >= 0; i--) {
			look(i, rules);
		}
	}

	/** The best sequences, as many as wanted if there are so many, the best first. */
	List<List<Candidate>> best(Order order, int wanted) {
		List<List<Stop>> best = new ArrayList<>();
		long heaviest = this.stops.getFirst().stream().mapToLong((stop) -> stop.weight + stop.heaviest).max().orElse(0);
		int most = (order == Order.FULL_DAYS_FIRST) ? this.weights.fullDays(heaviest) : 0;
		for (int full = most; full >= 0; full--) {
			for (int misses = 0; misses <= this.days && best.size() < wanted; misses++) {
				best.addAll(new Round(misses, full, wanted - best.size(), best).run());
			}
		}
		return best.stream().map((path) -> path.stream().map((stop) -> stop.candidate).toList()).toList();
	}

	/** Candidates that break no rule and lead from the first day to the last. */
	private List<List<Candidate>> possible(Rules rules) {
		List<List<Candidate>> possible = new ArrayList<>();
		for (Day day : this.problem.days()) {
			possible.add(day.candidates()
				.stream()
				.distinct()
				.filter((candidate) -> rules.allows(day, candidate, Set.of()))
				.sorted(Candidate.EARLIEST)
				.toList());
		}
		for (int i = 1; i < this.days; i++) {
			possible.set(i, reachable(rules, possible, i, i - 1));
		}
		for (int i = this.days - 2; i >= 0; i--) {
			possible.set(i, reachable(rules, possible, i, i + 1));
		}
		return possible;
	}

	private List<Candidate> reachable(Rules rules, List<List<Candidate>> possible, int day, int neighbour) {
		return possible.get(day)
			.stream()
			.filter((candidate) -> possible.get(neighbour)
				.stream()
				.anyMatch((other) -> (neighbour < day) ? follows(rules, neighbour, other, candidate)
						: follows(rules, day, candidate, other)))
			.toList();
	}

	private boolean follows(Rules rules, int day, Candidate from, Candidate to) {
		return rules.brokenBetween(this.problem.days().get(day), from, this.problem.days().get(day + 1), to).isEmpty();
	}

	private List<Stop> stops(List<Candidate> candidates, int lasts) {
		List<Count> counts = candidates.stream().map(this.ballots::count).toList();
		BitSet anyway = new BitSet();
		anyway.set(0, this.ballots.structures());
		counts.forEach((count) -> anyway.andNot(count.represented()));
		this.missedAnyway.add(bits(anyway));
		List<Stop> stops = new ArrayList<>();
		for (int i = 0; i < candidates.size(); i++) {
			BitSet missed = this.ballots.missing(counts.get(i));
			missed.andNot(anyway);
			stops.add(new Stop(candidates.get(i), i, bits(missed), this.weights.of(counts.get(i)),
					counts.get(i).complete() ? 1 : 0, lasts));
		}
		return stops;
	}

	private long[] bits(BitSet set) {
		return Arrays.copyOf(set.toLongArray(), this.words);
	}

	private void look(int day, Rules rules) {
		for (Stop stop : this.stops.get(day)) {
			Arrays.fill(stop.weightTo, Stop.NO_WAY);
			if (day == this.days - 1) {
				stop.weightTo[stop.place] = 0;
				stop.heaviest = 0;
				continue;
			}
			stop.next = this.stops.get(day + 1)
				.stream()
				.filter((next) -> follows(rules, day, stop.candidate, next.candidate))
				.sorted(Comparator.comparingLong((Stop next) -> -next.weight - next.heaviest))
				.toArray(Stop[]::new);
			stop.gaps = Arrays.stream(stop.next).mapToLong((next) -> gapCost(stop, next)).toArray();
			for (int i = 0; i < stop.next.length; i++) {
				look(stop, stop.next[i], stop.gaps[i]);
			}
		}
	}

	private static void look(Stop stop, Stop next, long gap) {
		for (int last = 0; last < stop.weightTo.length; last++) {
			if (next.weightTo[last] == Stop.NO_WAY) {
				continue;
			}
			long weight = next.weight + next.weightTo[last];
			long detail = next.complete - gap + next.detailTo[last];
			if (weight > stop.weightTo[last] || (weight == stop.weightTo[last] && detail > stop.detailTo[last])) {
				stop.weightTo[last] = weight;
				stop.detailTo[last] = detail;
			}
			stop.heaviest = Math.max(stop.heaviest, weight);
		}
	}

	// Even spacing comes before complete days, of which there are no more than days.
	private long gapCost(Stop from, Stop to) {
		long gap = from.candidate.daysUntil(to.candidate);
		return (this.days - 1) * gap * gap * (this.days + 1);
	}

	private long wholeGain(Stop first, Stop last) {
		long whole = first.candidate.daysUntil(last.candidate);
		return whole * whole * (this.days + 1);
	}

	/**
	 * What a day weighs: full days, structure-days, people who said yes, fewest « if
	 * needed » relied on, in one number that none of them overflows into the next.
	 */
	private record Weights(long full, long structure, long yes, int structures) {

		static Weights of(int days, Ballots ballots) {
			long yes = (long) days * ballots.structures() + 1;
			long structure = Math.multiplyExact(yes, (long) days * ballots.people() + 1);
			long full = Math.multiplyExact(structure, (long) days * ballots.structures() + 1);
			Math.multiplyExact(full, (long) days + 1);
			return new Weights(full, structure, yes, ballots.structures());
		}

		long of(Count count) {
			int represented = count.represented().cardinality();
			return ((represented == this.structures) ? this.full : 0) + represented * this.structure
					+ count.yes() * this.yes - count.reliedOn();
		}

		int fullDays(long weight) {
			return (int) (weight / this.full);
		}

	}

	/**
	 * The best sequences whose worst-served structure misses no more than so many days
	 * and that have so many full days at least, but for those already known.
	 */
	private final class Round {

		private final int misses;

		private final long least;

		private final int wanted;

		private final List<List<Stop>> known;

		private final List<Found> kept = new ArrayList<>();

		private final Stop[] path = new Stop[Search.this.days];

		private final long[] wholeGains = new long[Search.this.stops.getLast().size()];

		/**
		 * By day and by number of misses less one, the structures that missed so many
		 * days or more before that day.
		 */
		private final long[][] missed;

		Round(int misses, int full, int wanted, List<List<Stop>> known) {
			this.misses = misses;
			this.least = full * Search.this.weights.full();
			this.wanted = wanted;
			this.known = List.copyOf(known);
			this.missed = new long[Search.this.days + 1][misses * Search.this.words];
		}

		List<List<Stop>> run() {
			for (long[] anyway : Search.this.missedAnyway) {
				if (!spend(this.missed[0], this.missed[0], anyway)) {
					return List.of();
				}
			}
			List<Stop> firsts = Search.this.stops.getFirst();
			for (Stop first : firsts) {
				Search.this.stops.getLast().forEach((last) -> this.wholeGains[last.place] = wholeGain(first, last));
				this.path[0] = first;
				if (spend(this.missed[0], this.missed[1], first.missed)
						&& isPromising(0, first, first.weight, first.complete)) {
					follow(0, first, first.weight, first.complete);
				}
			}
			return this.kept.stream().map(Found::path).toList();
		}

		private void follow(int day, Stop here, long weight, long detail) {
			if (day == Search.this.days - 1) {
				keep(weight, detail + this.wholeGains[here.place]);
				return;
			}
			for (int i = 0; i < here.next.length; i++) {
				Stop next = here.next[i];
				if (!spend(this.missed[day + 1], this.missed[day + 2], next.missed)) {
					continue;
				}
				this.path[day + 1] = next;
				long heavier = weight + next.weight;
				long finer = detail + next.complete - here.gaps[i];
				if (isPromising(day + 1, next, heavier, finer)) {
					follow(day + 1, next, heavier, finer);
				}
			}
		}

		/** One day more is missed by some: false when one of them misses too many. */
		private boolean spend(long[] before, long[] after, long[] missing) {
			int words = Search.this.words;
			for (int word = 0; word < words; word++) {
				long bits = missing[word];
				if (this.misses == 0) {
					if (bits != 0) {
						return false;
					}
					continue;
				}
				if ((before[(this.misses - 1) * words + word] & bits) != 0) {
					return false;
				}
				for (int level = this.misses - 1; level > 0; level--) {
					after[level * words + word] = before[level * words + word]
							| (before[(level - 1) * words + word] & bits);
				}
				after[word] = before[word] | bits;
			}
			return true;
		}

		private boolean isPromising(int day, Stop here, long weight, long detail) {
			long heaviest = weight + here.heaviest;
			if (heaviest < this.least) {
				return false;
			}
			if (this.kept.size() < this.wanted) {
				return true;
			}
			Found worst = this.kept.getLast();
			if (heaviest != worst.weight()) {
				return heaviest > worst.weight();
			}
			long finest = Long.MIN_VALUE;
			for (int last = 0; last < here.weightTo.length; last++) {
				if (here.weightTo[last] == here.heaviest) {
					finest = Math.max(finest, detail + here.detailTo[last] + this.wholeGains[last]);
				}
			}
			if (finest != worst.detail()) {
				return finest > worst.detail();
			}
			for (int i = 0; i <= day; i++) {
				if (this.path[i].place != worst.path().get(i).place) {
					return this.path[i].place < worst.path().get(i).place;
				}
			}
			return true;
		}

		private void keep(long weight, long detail) {
			if (weight < this.least || this.known.contains(Arrays.asList(this.path))) {
				return;
			}
			this.kept.add(new Found(List.of(this.path), weight, detail));
			this.kept.sort(Found.BEST_FIRST);
			if (this.kept.size() > this.wanted) {
				this.kept.removeLast();
			}
		}

	}

	/** A sequence and what it weighs. */
	private record Found(List<Stop> path, long weight, long detail) {

		private static final Comparator<Found> BEST_FIRST = Comparator.comparingLong(Found::weight)
			.thenComparingLong(Found::detail)
			.reversed()
			.thenComparing((one, other) -> {
				for (int i = 0; i < one.path.size(); i++) {
					if (one.path.get(i).place != other.path.get(i).place) {
						return Integer.compare(one.path.get(i).place, other.path.get(i).place);
					}
				}
				return 0;
			});

	}

}
