package fr.faireavec.sequences;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which rules a date breaks by itself, and which two consecutive dates break. */
final class Rules {

	static final Set<Constraint> ALL = Set.copyOf(EnumSet.allOf(Constraint.class));

	private final SequenceProblem problem;

	private final Ballots ballots;

	Rules(SequenceProblem problem, Ballots ballots) {
		this.problem = problem;
		this.ballots = ballots;
	}

	/** Whether a day may be then, some rules set aside. */
	boolean allows(Day day, Candidate candidate, Set<Constraint> aside) {
		return day.keeps(candidate) || broken(day, candidate, aside).isEmpty();
	}

	List<Constraint> brokenBy(Day day, Candidate candidate) {
		List<Constraint> broken = new ArrayList<>();
		if (day.keeps(candidate)) {
			return broken;
		}
		broken.addAll(broken(day, candidate, Set.of()));
		// Who refuses is no excuse for being busy: each is said where it is enough alone.
		if (broken.contains(Constraint.FACILITATORS_REFUSE)
				&& nobodyRuns(candidate, Set.of(Constraint.FACILITATORS_REFUSE))) {
			broken.add(broken.indexOf(Constraint.FACILITATORS_REFUSE) + 1, Constraint.FACILITATORS_BUSY);
		}
		return broken;
	}

	private List<Constraint> broken(Day day, Candidate candidate, Set<Constraint> aside) {
		List<Constraint> broken = new ArrayList<>();
		if (nobodyRuns(candidate, aside)) {
			boolean refusals = !aside.contains(Constraint.FACILITATORS_REFUSE) && this.problem.facilitators()
				.stream()
				.allMatch((facilitator) -> this.ballots.refuses(facilitator, candidate));
			broken.add(refusals ? Constraint.FACILITATORS_REFUSE : Constraint.FACILITATORS_BUSY);
		}
		if (day.speakers().stream().anyMatch((speaker) -> this.ballots.refuses(speaker, candidate))) {
			broken.add(Constraint.SPEAKER_REFUSES);
		}
		if (this.ballots.everybodyRefuses(candidate)) {
			broken.add(Constraint.EVERYBODY_REFUSES);
		}
		if (day.pinned()) {
			broken.add(Constraint.PINNED);
		}
		broken.removeAll(aside);
		return broken;
	}

	private boolean nobodyRuns(Candidate candidate, Set<Constraint> aside) {
		boolean refusals = !aside.contains(Constraint.FACILITATORS_REFUSE);
		boolean busy = !aside.contains(Constraint.FACILITATORS_BUSY);
		return !this.problem.facilitators().isEmpty() && this.problem.facilitators()
			.stream()
			.allMatch((facilitator) -> (refusals && this.ballots.refuses(facilitator, candidate))
					|| (busy && this.ballots.isBusy(facilitator, candidate)));
	}

	/**
	 * The rule two consecutive days break. Days in the wrong order have no spacing.
	 */
	Optional<Constraint> brokenBetween(Day earlier, Candidate from, Day later, Candidate to) {
		if (earlier.keeps(from) && later.keeps(to)) {
			return Optional.empty();
		}
		if (to.start().isBefore(from.end())) {
			return Optional.of(Constraint.ORDER);
		}
		long days = from.daysUntil(to);
		if (days < this.problem.spacing().fewestDays()) {
			return Optional.of(Constraint.TOO_CLOSE);
		}
		return (days > this.problem.spacing().mostDays()) ? Optional.of(Constraint.TOO_FAR) : Optional.empty();
	}

	/** By how many days a gap passes the bound it breaks; 0 for what is no spacing. */
	long excess(Constraint constraint, Candidate from, Candidate to) {
		return switch (constraint) {
			case TOO_CLOSE -> this.problem.spacing().fewestDays() - from.daysUntil(to);
			case TOO_FAR -> from.daysUntil(to) - this.problem.spacing().mostDays();
			default -> 0;
		};
	}

}
