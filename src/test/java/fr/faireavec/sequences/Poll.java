package fr.faireavec.sequences;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A problem written by hand: « a1+ a2~ b1- » are the answers of people named after their
 * structure, the facilitators f1, f2 and the speaker s1 among them.
 */
final class Poll {

	static final LocalDate START = LocalDate.of(2026, 9, 7);

	private final List<Day> days = new ArrayList<>();

	private final Map<UUID, Map<UUID, Say>> answers = new HashMap<>();

	private final Set<Voter> voters = new LinkedHashSet<>();

	private final Set<UUID> structures = new LinkedHashSet<>();

	private final Set<UUID> facilitators = new HashSet<>();

	private final List<Busy> busy = new ArrayList<>();

	private Spacing spacing = Spacing.ofWeeks(3, 7);

	static Poll of(String structures, String facilitators) {
		Poll poll = new Poll();
		for (String name : structures.split(" ", -1)) {
			poll.structures.add(id(name));
		}
		for (String name : facilitators.split(" ", -1)) {
			poll.facilitators.add(id(name));
		}
		return poll;
	}

	static UUID id(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

	Poll spaced(int fewestDays, int mostDays) {
		this.spacing = new Spacing(fewestDays, mostDays);
		return this;
	}

	/** One option, so many days after the start, and what is said of it. */
	Candidate option(int day, String said) {
		LocalDateTime start = START.plusDays(day).atTime(9, 30);
		Candidate candidate = new Candidate(id("option " + day), start, start.plusHours(7));
		Map<UUID, Say> says = new HashMap<>();
		for (String one : said.isEmpty() ? new String[0] : said.split(" ", -1)) {
			String name = one.substring(0, one.length() - 1);
			says.put(id(name), switch (one.charAt(one.length() - 1)) {
				case '+' -> Say.YES;
				case '~' -> Say.IF_NEEDED;
				default -> Say.NO;
			});
			UUID structure = id(name.substring(0, 1));
			if (this.structures.contains(structure)) {
				this.voters.add(new Voter(id(name), structure));
			}
		}
		this.answers.put(candidate.id(), says);
		return candidate;
	}

	Poll day(Candidate... options) {
		this.days.add(new Day(this.days.size() + 1, List.of(options), Set.of(id("s1")), false));
		return this;
	}

	Poll pinned(Candidate candidate) {
		this.days.add(new Day(this.days.size() + 1, List.of(candidate), Set.of(id("s1")), true));
		return this;
	}

	Poll alsoFor(String person, String structure) {
		this.voters.add(new Voter(id(person), id(structure)));
		return this;
	}

	Poll busy(String facilitator, int day) {
		LocalDateTime start = START.plusDays(day).atTime(14, 0);
		this.busy.add(new Busy(id(facilitator), start, start.plusHours(1)));
		return this;
	}

	SequenceProblem problem() {
		return new SequenceProblem(this.days, this.spacing, List.copyOf(this.structures), List.copyOf(this.voters),
				this.facilitators, this.answers, this.busy);
	}

	Outcome solved() {
		return BestSequence.solve(problem(), Order.WORST_SERVED_FIRST);
	}

	/** The days chosen, counted from the start. */
	List<Long> best() {
		return daysOf(solved().best().orElseThrow());
	}

	static List<Long> daysOf(Scored scored) {
		return scored.chosen()
			.stream()
			.map((candidate) -> candidate.start().toLocalDate().toEpochDay() - START.toEpochDay())
			.toList();
	}

}
