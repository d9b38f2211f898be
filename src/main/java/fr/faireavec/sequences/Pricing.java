package fr.faireavec.sequences;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

import fr.faireavec.sequences.Ballots.Count;

/** Prices one choice and says why. */
final class Pricing {

	private final SequenceProblem problem;

	private final Ballots ballots;

	private final Rules rules;

	Pricing(SequenceProblem problem, Ballots ballots) {
		this.problem = problem;
		this.ballots = ballots;
		this.rules = new Rules(problem, ballots);
	}

	Scored price(List<Candidate> chosen) {
		List<Count> counts = chosen.stream().map(this.ballots::count).toList();
		List<DayReading> days = new ArrayList<>();
		for (int i = 0; i < chosen.size(); i++) {
			days.add(read(this.problem.days().get(i), chosen.get(i), counts.get(i)));
		}
		return new Scored(List.copyOf(chosen), score(chosen, counts), breaches(chosen), List.copyOf(days));
	}

	private Score score(List<Candidate> chosen, List<Count> counts) {
		int structures = this.ballots.structures();
		int[] served = new int[structures];
		counts.forEach((count) -> count.represented().stream().forEach((structure) -> served[structure]++));
		int worst = counts.size();
		for (int days : served) {
			worst = Math.min(worst, days);
		}
		int full = (int) counts.stream().filter((count) -> count.represented().cardinality() == structures).count();
		return new Score(worst, full, counts.stream().mapToInt((count) -> count.represented().cardinality()).sum(),
				counts.stream().mapToInt(Count::yes).sum(), counts.stream().mapToInt(Count::reliedOn).sum(),
				unevenness(chosen), (int) counts.stream().filter(Count::complete).count());
	}

	private static long unevenness(List<Candidate> chosen) {
		long squares = 0;
		for (int i = 1; i < chosen.size(); i++) {
			long gap = chosen.get(i - 1).daysUntil(chosen.get(i));
			squares += gap * gap;
		}
		long whole = chosen.getFirst().daysUntil(chosen.getLast());
		return (chosen.size() - 1) * squares - whole * whole;
	}

	private List<Breach> breaches(List<Candidate> chosen) {
		List<Breach> breaches = new ArrayList<>();
		for (int i = 0; i < chosen.size(); i++) {
			Day day = this.problem.days().get(i);
			Candidate candidate = chosen.get(i);
			if (i > 0) {
				Day before = this.problem.days().get(i - 1);
				Candidate from = chosen.get(i - 1);
				this.rules.brokenBetween(before, from, day, candidate)
					.ifPresent((broken) -> breaches.add(Breach.between(broken, before, from, day, candidate)));
			}
			this.rules.brokenBy(day, candidate).forEach((broken) -> breaches.add(Breach.of(broken, day)));
		}
		return List.copyOf(breaches);
	}

	private DayReading read(Day day, Candidate chosen, Count count) {
		BitSet relied = (BitSet) count.represented().clone();
		relied.andNot(count.sure());
		List<DayReading.Alternative> alternatives = day.candidates()
			.stream()
			.filter((candidate) -> !candidate.equals(chosen))
			.sorted(Candidate.EARLIEST)
			.map((candidate) -> alternative(day, candidate, count))
			.toList();
		return new DayReading(day.rank(), chosen, this.ballots.named(count.represented()),
				this.ballots.named(this.ballots.missing(count)), this.ballots.named(relied), count.yes(),
				this.ballots.people(), alternatives);
	}

	private DayReading.Alternative alternative(Day day, Candidate candidate, Count chosen) {
		Count count = this.ballots.count(candidate);
		return new DayReading.Alternative(candidate, without(chosen, count), without(count, chosen),
				List.copyOf(this.rules.brokenBy(day, candidate)));
	}

	private List<UUID> without(Count some, Count others) {
		BitSet rest = (BitSet) some.represented().clone();
		rest.andNot(others.represented());
		return this.ballots.named(rest);
	}

}
