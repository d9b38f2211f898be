package fr.faireavec.polls.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import fr.faireavec.availability.Availability;
import fr.faireavec.polls.AskedDay;
import fr.faireavec.polls.Askee;
import fr.faireavec.polls.PollSheet;
import fr.faireavec.sequences.Say;
import org.jspecify.annotations.Nullable;

/**
 * A poll as one person answers it.
 *
 * @param action where answers go
 * @param mine whether it is theirs who reads the page, not of somebody who phoned
 * @param closed why it takes no answer any more; null while it does
 * @param answered whether they answered already
 * @param toAnswer how many dates have no answer of theirs, of those who answered others
 */
record PollPage(String action, boolean mine, Askee askee, String parcours, LocalDate closesOn, String message,
		@Nullable String closed, boolean answered, long toAnswer, List<Day> days) {

	PollPage {
		days = List.copyOf(days);
	}

	static PollPage of(String action, boolean mine, PollSheet poll, Askee askee, String parcours,
			Availability availability, LocalDate today) {
		List<Day> days = poll.days()
			.stream()
			.filter((day) -> askee.isAskedAbout(day.rank()))
			.map((day) -> Day.of(day, poll, askee, availability, today))
			.toList();
		boolean answered = poll.hasAnswered(askee);
		long missing = days.stream()
			.flatMap((day) -> day.options().stream())
			.filter((option) -> option.said() == null)
			.count();
		return new PollPage(action, mine, askee, parcours, poll.terms().closesOn(), poll.terms().message(),
				closed(poll, today), answered, answered ? missing : 0, days);
	}

	private static @Nullable String closed(PollSheet poll, LocalDate today) {
		if (poll.takesAnswers(today)) {
			return null;
		}
		return (poll.life().decidedAt() != null) ? "polls.closed.decided"
				: (poll.life().abandonedAt() != null) ? "polls.closed.abandoned" : "polls.closed.waiting";
	}

	public String phonedKey() {
		return this.mine ? "polls.phoned.mine" : "polls.phoned";
	}

	/** Whether what was said once fills in some dates. */
	public boolean isFilledIn() {
		return this.days.stream().flatMap((day) -> day.options().stream()).anyMatch((one) -> one.impossible() != null);
	}

	public boolean isOpen() {
		return this.closed == null;
	}

	public int optionCount() {
		return this.days.stream().mapToInt((day) -> day.options().size()).sum();
	}

	/** A day, and the dates proposed for it. */
	record Day(int rank, String title, AskedDay.Hours hours, String venue, List<Option> options) {

		Day {
			options = List.copyOf(options);
		}

		static Day of(PollSheet.AskedOn day, PollSheet poll, Askee askee, Availability availability, LocalDate today) {
			return new Day(day.rank(), day.title(), day.hours(), day.place().venue(),
					day.options()
						.stream()
						.map((option) -> new Option(option.id(), option.day(),
								ChronoUnit.WEEKS.between(today, option.day()), poll.say(askee, option),
								availability.impossible(day.slot(option).start(), day.slot(option).end())
									.map((why) -> "polls.impossible." + why)
									.orElse(null)))
						.toList());
		}

	}

	/**
	 * One date.
	 *
	 * @param weeks whole weeks from today
	 * @param said what they said of it; null while they did not
	 * @param impossible why they said once that they never can; null when they did not
	 */
	record Option(UUID id, LocalDate day, long weeks, @Nullable Say said, @Nullable String impossible) {

		/** Whether what was said once still stands for this date: nobody lifted it. */
		public boolean held() {
			return this.impossible != null && (this.said == null || this.said == Say.NO);
		}

		public String field() {
			return "said[" + this.id + "]";
		}

		public boolean isFar() {
			return this.weeks >= 2;
		}

	}

}
