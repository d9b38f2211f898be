package fr.faireavec.sequences;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;

/**
 * A date one day could have, as the clocks of the place say it.
 *
 * @param id what answers are given to
 * @param start when it begins
 * @param end when it ends, excluded, after the start
 */
public record Candidate(UUID id, LocalDateTime start, LocalDateTime end) {

	/** The earlier start, then the earlier end, then the smaller id: never a tie. */
	static final Comparator<Candidate> EARLIEST = Comparator.comparing(Candidate::start)
		.thenComparing(Candidate::end)
		.thenComparing(Candidate::id);

	public Candidate {
		if (!end.isAfter(start)) {
			throw new IllegalArgumentException("a candidate ends after it starts");
		}
	}

	/** Days of the calendar until another begins; negative when it is earlier. */
	long daysUntil(Candidate later) {
		return ChronoUnit.DAYS.between(this.start.toLocalDate(), later.start.toLocalDate());
	}

	boolean overlaps(LocalDateTime from, LocalDateTime until) {
		return this.start.isBefore(until) && from.isBefore(this.end);
	}

}
