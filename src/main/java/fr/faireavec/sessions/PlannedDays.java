package fr.faireavec.sessions;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.cohorts.ComingDays;

import org.springframework.stereotype.Component;

/** The days that have a date and are still to come. */
@Component
class PlannedDays implements ComingDays {

	private final CollectiveSessions sessions;

	PlannedDays(CollectiveSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public List<Day> of(UUID parcoursId, LocalDateTime from, int atMost) {
		return this.sessions.ofParcours(parcoursId)
			.stream()
			.filter((session) -> session.getState() == SessionState.SCHEDULED)
			.filter((session) -> session.getSlot() != null && session.getSlot().start().isAfter(from))
			.sorted((one, other) -> start(one).compareTo(start(other)))
			.limit(atMost)
			.map((session) -> new Day(session.getRank(), start(session), session.getVenue()))
			.toList();
	}

	private static LocalDateTime start(CollectiveSession session) {
		return Objects.requireNonNull(session.getSlot()).start();
	}

}
