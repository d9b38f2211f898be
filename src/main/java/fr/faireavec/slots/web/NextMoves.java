package fr.faireavec.slots.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.cohorts.Mandates;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionRows;
import fr.faireavec.sessions.SessionState;

import org.springframework.stereotype.Component;

/** Says for each meeting of a parcours who must act. */
@Component
class NextMoves {

	private final SessionRows sessions;

	private final Mandates mandates;

	private final Clock clock;

	NextMoves(SessionRows sessions, Mandates mandates, Clock clock) {
		this.sessions = sessions;
		this.mandates = mandates;
		this.clock = clock;
	}

	/** Asked once for all of them. */
	Function<MeetingRow, NextMove> in(Parcours parcours, boolean someFree) {
		LocalDateTime now = parcours.now(this.clock);
		Set<Integer> over = this.sessions.of(parcours.getId())
			.stream()
			.filter((day) -> day.state() == SessionState.HELD || day.state() == SessionState.CANCELLED)
			.map(SessionRow::rank)
			.collect(Collectors.toSet());
		Set<UUID> mandated = this.mandates.expectedOn(parcours.getId(), now.toLocalDate())
			.stream()
			.map((mandate) -> mandate.getEnrolment().getId())
			.collect(Collectors.toSet());
		return (meeting) -> of(meeting, over, mandated, someFree, now);
	}

	private static NextMove of(MeetingRow meeting, Set<Integer> over, Set<UUID> mandated, boolean someFree,
			LocalDateTime now) {
		if (meeting.state() == MeetingState.SCHEDULED) {
			return (meeting.slot() != null && meeting.slot().end().isBefore(now)) ? NextMove.HOLD : NextMove.WAIT;
		}
		if (meeting.state() != MeetingState.TO_PLAN) {
			return NextMove.NOTHING;
		}
		boolean due = meeting.afterSessionRank() == null || over.contains(meeting.afterSessionRank());
		if (!due && !someFree) {
			return NextMove.LATER;
		}
		if (!mandated.contains(meeting.enrolmentId())) {
			return NextMove.NAME;
		}
		return someFree ? NextMove.CHOOSE : NextMove.OFFER;
	}

}
