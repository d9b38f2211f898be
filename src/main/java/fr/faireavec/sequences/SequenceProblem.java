package fr.faireavec.sequences;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What there is to choose from, and whom it has to suit.
 *
 * @param days the days of the sequence in the order of their ranks, one at least; those
 * already held or firm among them, pinned
 * @param spacing how far apart consecutive days may be
 * @param structures those to be represented; the order is that of explanations
 * @param voters who stands for them: nobody else is counted, whatever they answered
 * @param facilitators one of whom has to be there; when there are none, nobody has
 * @param answers by candidate then by person, facilitators and speakers among them; who
 * has no entry is silent
 * @param busy what the facilitators already do in other parcours
 */
public record SequenceProblem(List<Day> days, Spacing spacing, List<UUID> structures, List<Voter> voters,
		Set<UUID> facilitators, Map<UUID, Map<UUID, Say>> answers, List<Busy> busy) {

	public SequenceProblem {
		days = List.copyOf(days);
		structures = List.copyOf(new LinkedHashSet<>(structures));
		voters = List.copyOf(voters);
		facilitators = Set.copyOf(facilitators);
		answers = Map.copyOf(answers);
		busy = List.copyOf(busy);
		if (days.isEmpty()) {
			throw new IllegalArgumentException("a sequence has one day at least");
		}
		for (int i = 1; i < days.size(); i++) {
			if (days.get(i).rank() <= days.get(i - 1).rank()) {
				throw new IllegalArgumentException("days come in the order of their ranks");
			}
		}
	}

	Map<UUID, Say> answersTo(Candidate candidate) {
		return this.answers.getOrDefault(candidate.id(), Map.of());
	}

}
