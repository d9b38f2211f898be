package fr.faireavec.planning.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import fr.faireavec.polls.Askee;
import fr.faireavec.polls.PollSheet;
import org.jspecify.annotations.Nullable;

/**
 * An open poll, for those who run the parcours.
 *
 * @param sequence the one shown: the best, or the one chosen instead; null when none is
 * possible
 * @param loosenings what to loosen when none is
 */
record PlanningPage(String href, PollSheet poll, LocalDate today, @Nullable SequenceView sequence,
		List<AlternativeView> others, List<String> loosenings, PollGrid grid, List<PersonLine> people) {

	private static final int NAMED = 4;

	PlanningPage {
		others = List.copyOf(others);
		loosenings = List.copyOf(loosenings);
		people = List.copyOf(people);
	}

	public String headKey() {
		return (dayCount() == 1) ? "planning.head.one" : "planning.head.many";
	}

	/** « Quatre », as titles say it: a parcours has twelve days at the most. */
	public String dayCountKey() {
		return "planning.number." + dayCount();
	}

	public int dayCount() {
		return this.poll.days().size();
	}

	public long answered() {
		return this.poll.answered();
	}

	public int asked() {
		return this.poll.expected().size();
	}

	private List<Askee> silent() {
		return this.poll.expected().stream().filter(this.poll::isAwaited).toList();
	}

	public int silentCount() {
		return silent().size();
	}

	/** The first of them, by name. */
	public String silentNames() {
		return silent().stream().limit(NAMED).map(Askee::name).collect(Collectors.joining(", "));
	}

	public int unnamed() {
		return Math.max(0, silent().size() - NAMED);
	}

	public boolean takesAnswers() {
		return this.poll.takesAnswers(this.today);
	}

	/**
	 * How many a letter may be written to now: they have something to say, and an
	 * address.
	 */
	public long toRemind() {
		return !takesAnswers() ? 0
				: this.poll.awaited().stream().filter((askee) -> askee.email() != null).filter((askee) -> {
					PollSheet.Said said = this.poll.said().get(askee.id());
					return said == null || !this.today.equals(said.askedOn());
				}).count();
	}

	/** Whom the decision is told to. */
	public long told() {
		return this.poll.askees().stream().filter((askee) -> askee.email() != null).count();
	}

}
