package fr.faireavec.sequences;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Every sequence there is, one after the other, each held against the rules as they are
 * written. Shares nothing with what it checks.
 */
final class ByHand {

	private final SequenceProblem problem;

	private final Optional<Constraint> aside;

	private final List<Priced> possible = new ArrayList<>();

	private final Map<Candidate, Of> seen = new HashMap<>();

	private ByHand(SequenceProblem problem, Optional<Constraint> aside) {
		this.problem = problem;
		this.aside = aside;
		choose(new ArrayList<>());
	}

	/** All that is possible, in no order. */
	static List<Priced> all(SequenceProblem problem) {
		return new ByHand(problem, Optional.empty()).possible;
	}

	/** The best first. */
	static List<Priced> sorted(List<Priced> all, Order order) {
		return all.stream().sorted(bestFirst(order)).toList();
	}

	/** Whether something is possible when one rule is forgotten. */
	static boolean isPossibleWithout(Constraint constraint, SequenceProblem problem) {
		return !new ByHand(problem, Optional.of(constraint)).possible.isEmpty();
	}

	private static Comparator<Priced> bestFirst(Order order) {
		return (one, other) -> {
			for (int i = 0; i < one.score.size(); i++) {
				// The first two change places when full days come first.
				int at = (order == Order.FULL_DAYS_FIRST && i < 2) ? 1 - i : i;
				boolean fewer = at == 4 || at == 5;
				int compared = Long.compare(one.score.get(at), other.score.get(at));
				if (compared != 0) {
					return fewer ? compared : -compared;
				}
			}
			for (int i = 0; i < one.chosen.size(); i++) {
				Candidate a = one.chosen.get(i);
				Candidate b = other.chosen.get(i);
				int compared = a.start().compareTo(b.start());
				compared = (compared != 0) ? compared : a.end().compareTo(b.end());
				compared = (compared != 0) ? compared : a.id().compareTo(b.id());
				if (compared != 0) {
					return compared;
				}
			}
			return 0;
		};
	}

	private void choose(List<Candidate> chosen) {
		if (chosen.size() == this.problem.days().size()) {
			this.possible.add(new Priced(List.copyOf(chosen), price(chosen)));
			return;
		}
		for (Candidate candidate : this.problem.days().get(chosen.size()).candidates()) {
			if (mayFollow(chosen, candidate)) {
				chosen.add(candidate);
				choose(chosen);
				chosen.removeLast();
			}
		}
	}

	private boolean forgets(Constraint constraint) {
		return this.aside.filter((one) -> one == constraint).isPresent();
	}

	private boolean mayFollow(List<Candidate> chosen, Candidate candidate) {
		Day day = this.problem.days().get(chosen.size());
		if (!chosen.isEmpty() && !(day.pinned() && this.problem.days().get(chosen.size() - 1).pinned())) {
			Candidate before = chosen.getLast();
			if (candidate.start().isBefore(before.end())) {
				if (!forgets(Constraint.ORDER)) {
					return false;
				}
			}
			else {
				long gap = gap(before, candidate);
				if ((gap < this.problem.spacing().fewestDays() && !forgets(Constraint.TOO_CLOSE))
						|| (gap > this.problem.spacing().mostDays() && !forgets(Constraint.TOO_FAR))) {
					return false;
				}
			}
		}
		if (day.pinned()) {
			return true;
		}
		Map<UUID, Say> said = this.problem.answers().getOrDefault(candidate.id(), Map.of());
		if (!this.problem.facilitators().isEmpty()) {
			boolean oneIsThere = false;
			for (UUID facilitator : this.problem.facilitators()) {
				boolean refuses = said.get(facilitator) == Say.NO && !forgets(Constraint.FACILITATORS_REFUSE);
				boolean busy = isBusy(facilitator, candidate) && !forgets(Constraint.FACILITATORS_BUSY);
				oneIsThere |= !refuses && !busy;
			}
			if (!oneIsThere) {
				return false;
			}
		}
		for (UUID speaker : day.speakers()) {
			if (said.get(speaker) == Say.NO && !forgets(Constraint.SPEAKER_REFUSES)) {
				return false;
			}
		}
		int answered = 0;
		int refused = 0;
		for (UUID person : people()) {
			answered += said.containsKey(person) ? 1 : 0;
			refused += (said.get(person) == Say.NO) ? 1 : 0;
		}
		return answered == 0 || refused < answered || forgets(Constraint.EVERYBODY_REFUSES);
	}

	private Set<UUID> people() {
		return this.problem.voters()
			.stream()
			.filter((voter) -> this.problem.structures().contains(voter.structure()))
			.map(Voter::person)
			.collect(Collectors.toSet());
	}

	private boolean isBusy(UUID facilitator, Candidate candidate) {
		for (Busy busy : this.problem.busy()) {
			if (busy.facilitator().equals(facilitator) && busy.start().isBefore(candidate.end())
					&& busy.end().isAfter(candidate.start())) {
				return true;
			}
		}
		return false;
	}

	private static long gap(Candidate from, Candidate to) {
		LocalDate first = from.start().toLocalDate();
		return to.start().toLocalDate().toEpochDay() - first.toEpochDay();
	}

	private List<Long> price(List<Candidate> chosen) {
		List<Of> each = chosen.stream().map((candidate) -> this.seen.computeIfAbsent(candidate, this::of)).toList();
		long worst = chosen.size();
		for (UUID structure : this.problem.structures()) {
			worst = Math.min(worst, each.stream().filter((of) -> of.there.contains(structure)).count());
		}
		long full = 0;
		long structureDays = 0;
		long yes = 0;
		long reliedOn = 0;
		long complete = 0;
		for (Of of : each) {
			full += (of.there.size() == this.problem.structures().size()) ? 1 : 0;
			structureDays += of.there.size();
			yes += of.yes;
			reliedOn += of.there.stream().filter((structure) -> !of.surely.contains(structure)).count();
			complete += of.complete ? 1 : 0;
		}
		long uneven = 0;
		for (int i = 1; i < chosen.size(); i++) {
			for (int j = i + 1; j < chosen.size(); j++) {
				long difference = gap(chosen.get(i - 1), chosen.get(i)) - gap(chosen.get(j - 1), chosen.get(j));
				uneven += difference * difference;
			}
		}
		return List.of(worst, full, structureDays, yes, reliedOn, uneven, complete);
	}

	private Of of(Candidate candidate) {
		Map<UUID, Say> said = this.problem.answers().getOrDefault(candidate.id(), Map.of());
		Set<UUID> there = new HashSet<>();
		Set<UUID> surely = new HashSet<>();
		for (UUID structure : this.problem.structures()) {
			if (says(structure, said, Set.of(Say.YES, Say.IF_NEEDED))) {
				there.add(structure);
			}
			if (says(structure, said, Set.of(Say.YES))) {
				surely.add(structure);
			}
		}
		return new Of(there, surely, people().stream().filter((person) -> said.get(person) == Say.YES).count(),
				this.problem.facilitators()
					.stream()
					.allMatch((facilitator) -> said.get(facilitator) != Say.NO && !isBusy(facilitator, candidate)));
	}

	private boolean says(UUID structure, Map<UUID, Say> said, Set<Say> good) {
		return this.problem.voters()
			.stream()
			.filter((voter) -> voter.structure().equals(structure))
			.anyMatch((voter) -> said.containsKey(voter.person()) && good.contains(said.get(voter.person())));
	}

	/** What one date is worth by itself. */
	private record Of(Set<UUID> there, Set<UUID> surely, long yes, boolean complete) {
	}

	/** A sequence and its seven figures, in the order of the rules. */
	record Priced(List<Candidate> chosen, List<Long> score) {

		Score asScore() {
			int[] figures = this.score.stream().mapToInt(Long::intValue).toArray();
			return new Score(figures[0], figures[1], figures[2], figures[3], figures[4], this.score.get(5), figures[6]);
		}

	}

}
