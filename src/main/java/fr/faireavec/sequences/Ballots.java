package fr.faireavec.sequences;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What the answers say of a candidate, counted; structures are bits, in their order. */
final class Ballots {

	private final SequenceProblem problem;

	private final Map<UUID, BitSet> structuresOf = new HashMap<>();

	Ballots(SequenceProblem problem) {
		this.problem = problem;
		Map<UUID, Integer> bits = new HashMap<>();
		problem.structures().forEach((structure) -> bits.put(structure, bits.size()));
		for (Voter voter : problem.voters()) {
			Integer bit = bits.get(voter.structure());
			if (bit != null) {
				this.structuresOf.computeIfAbsent(voter.person(), (person) -> new BitSet()).set(bit);
			}
		}
	}

	int people() {
		return this.structuresOf.size();
	}

	int structures() {
		return this.problem.structures().size();
	}

	Count count(Candidate candidate) {
		BitSet represented = new BitSet();
		BitSet sure = new BitSet();
		int yes = 0;
		for (Map.Entry<UUID, Say> answer : this.problem.answersTo(candidate).entrySet()) {
			BitSet theirs = this.structuresOf.get(answer.getKey());
			if (theirs == null || answer.getValue() == Say.NO) {
				continue;
			}
			represented.or(theirs);
			if (answer.getValue() == Say.YES) {
				sure.or(theirs);
				yes++;
			}
		}
		boolean complete = this.problem.facilitators()
			.stream()
			.noneMatch((facilitator) -> refuses(facilitator, candidate) || isBusy(facilitator, candidate));
		return new Count(represented, sure, yes, complete);
	}

	boolean refuses(UUID person, Candidate candidate) {
		return this.problem.answersTo(candidate).get(person) == Say.NO;
	}

	boolean isBusy(UUID facilitator, Candidate candidate) {
		return this.problem.busy()
			.stream()
			.anyMatch((busy) -> busy.facilitator().equals(facilitator) && candidate.overlaps(busy.start(), busy.end()));
	}

	/** Of the voters who answered about it, one at least, all refuse. */
	boolean everybodyRefuses(Candidate candidate) {
		List<Say> said = this.problem.answersTo(candidate)
			.entrySet()
			.stream()
			.filter((answer) -> this.structuresOf.containsKey(answer.getKey()))
			.map(Map.Entry::getValue)
			.toList();
		return !said.isEmpty() && said.stream().allMatch((say) -> say == Say.NO);
	}

	List<UUID> named(BitSet structures) {
		return structures.stream().mapToObj(this.problem.structures()::get).toList();
	}

	BitSet missing(Count count) {
		BitSet missing = new BitSet();
		IntStream.range(0, structures()).filter((bit) -> !count.represented().get(bit)).forEach(missing::set);
		return missing;
	}

	/**
	 * One candidate's count.
	 *
	 * @param represented structures with a yes or an « if needed »
	 * @param sure structures with a yes
	 * @param yes people who said yes
	 * @param complete whether no facilitator refuses or is busy
	 */
	record Count(BitSet represented, BitSet sure, int yes, boolean complete) {

		int reliedOn() {
			return this.represented.cardinality() - this.sure.cardinality();
		}

	}

}
