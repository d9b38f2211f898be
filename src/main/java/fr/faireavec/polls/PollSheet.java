package fr.faireavec.polls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.polls.AskedDay.Hours;
import fr.faireavec.polls.AskedDay.Place;
import fr.faireavec.sequences.Say;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A poll as it stands: what is asked, of whom, and what they said.
 *
 * @param said by askee; nothing of those never asked by letter, and silent
 * @param answers by option, then by askee: only what counts on that date
 */
public record PollSheet(UUID id, int version, UUID parcoursId, Terms terms, Life life, List<AskedOn> days,
		List<Askee> askees, Map<UUID, Said> said, Map<UUID, Map<UUID, Say>> answers) {

	public PollSheet {
		days = List.copyOf(days);
		askees = List.copyOf(askees);
		said = Map.copyOf(said);
		answers = Map.copyOf(answers);
	}

	/** What it was opened under; the weeks are those between two days. */
	public record Terms(LocalDate closesOn, int fewestWeeks, int mostWeeks, String message, boolean decidesItself) {
	}

	/** When it was opened, closed, decided or given up. */
	public record Life(Instant openedAt, @Nullable Instant closedAt, @Nullable Instant decidedAt,
			@Nullable Instant abandonedAt) {
	}

	/** A day, and the dates proposed for it, the earliest first. */
	public record AskedOn(int rank, String title, UUID sessionId, Hours hours, Place place, List<Dated> options) {

		public TimeSlot slot(Dated option) {
			return TimeSlot.of(option.day(), this.hours.firstStart(), this.hours.end());
		}

	}

	/** One date proposed. */
	public record Dated(UUID id, LocalDate day) {
	}

	/**
	 * What came of one askee.
	 *
	 * @param at null while they only were asked
	 * @param by who wrote it down for them, by name; null when they did
	 * @param askedOn the last day a letter asked them
	 */
	public record Said(@Nullable Instant at, @Nullable String by, String comment, @Nullable LocalDate askedOn) {
	}

	public boolean isAlive() {
		return this.life.decidedAt() == null && this.life.abandonedAt() == null;
	}

	public boolean takesAnswers(LocalDate today) {
		return isAlive() && this.life.closedAt() == null && !today.isAfter(this.terms.closesOn());
	}

	public Optional<Askee> askee(UUID id) {
		return this.askees.stream().filter((askee) -> askee.ids().contains(id)).findFirst();
	}

	public List<Askee> participants() {
		return this.askees.stream().filter((askee) -> askee.kind() == Askee.Kind.PARTICIPANT).toList();
	}

	/** Those it waits for: the cohort, and who speaks at one of the days. */
	public List<Askee> expected() {
		return this.askees.stream().filter(Askee::isExpected).toList();
	}

	/** How many of those it waits for have answered. */
	public long answered() {
		return expected().stream().filter(this::hasAnswered).count();
	}

	public boolean hasAnswered(Askee askee) {
		Said one = this.said.get(askee.id());
		return one != null && one.at() != null;
	}

	/** Whether something they are asked about has no answer of theirs. */
	public boolean isAwaited(Askee askee) {
		return !hasAnswered(askee) || this.days.stream()
			.filter((day) -> askee.isAskedAbout(day.rank()))
			.flatMap((day) -> day.options().stream())
			.filter((option) -> askee.countsOn(option.day()))
			.anyMatch((option) -> say(askee, option) == null);
	}

	public @Nullable Say say(Askee askee, Dated option) {
		return this.answers.getOrDefault(option.id(), Map.of()).get(askee.id());
	}

	public List<Askee> awaited() {
		return this.askees.stream().filter(this::isAwaited).toList();
	}

	public Optional<Dated> option(UUID optionId) {
		return this.days.stream()
			.flatMap((day) -> day.options().stream())
			.filter((option) -> option.id().equals(optionId))
			.findFirst();
	}

}
