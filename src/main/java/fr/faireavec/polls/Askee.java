package fr.faireavec.polls;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Somebody a poll asks.
 *
 * @param id of the person, or of the guest speaker as they were first written down
 * @param ids the same, and each other day a guest speaker is written down for
 * @param email where letters reach them; null for who reads none here
 * @param stands the structures they pilot or copilot; none for others
 * @param ranks the days they are asked about; null for all
 * @param speaksAt the days they are written down as a speaker for, with or without a
 * sheet here
 */
public record Askee(UUID id, Set<UUID> ids, Kind kind, String givenName, String name, @Nullable String email,
		List<Stand> stands, @Nullable Set<Integer> ranks, Set<Integer> speaksAt) {

	public Askee {
		ids = Set.copyOf(ids);
		stands = List.copyOf(stands);
		speaksAt = Set.copyOf(speaksAt);
	}

	/** Why somebody is asked. */
	public enum Kind {

		/** A pilot or a copilot: a structure is represented by them. */
		PARTICIPANT,

		/** One of those who run the parcours. */
		FACILITATOR,

		/** Who speaks at one of the days; without an account. */
		SPEAKER

	}

	/** Who speaks at a day and nothing else, without a sheet here. */
	public boolean isGuest() {
		return this.kind == Kind.SPEAKER;
	}

	/** Whether a poll waits for them; who runs the parcours answers if they like. */
	public boolean isExpected() {
		return this.kind != Kind.FACILITATOR;
	}

	public boolean isAskedAbout(int rank) {
		return this.ranks == null || this.ranks.contains(rank);
	}

	/** Whether what they say of a day counts: a mandate may end before it. */
	public boolean countsOn(LocalDate day) {
		return this.kind != Kind.PARTICIPANT || this.stands.stream().anyMatch((stand) -> stand.holdsOn(day));
	}

	public String structures() {
		return this.stands.stream().map(Stand::structure).distinct().collect(Collectors.joining(", "));
	}

	/**
	 * One structure they stand for.
	 *
	 * @param until the first day they do no more; null for no end
	 */
	public record Stand(UUID enrolmentId, String structure, LocalDate from, @Nullable LocalDate until) {

		boolean holdsOn(LocalDate day) {
			return !day.isBefore(this.from) && (this.until == null || day.isBefore(this.until));
		}

	}

}
