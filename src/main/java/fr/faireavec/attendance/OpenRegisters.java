package fr.faireavec.attendance;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.HalfDay;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What may be written in a register now, and about whom: the day is held still until the
 * end of the transaction.
 */
@Component
class OpenRegisters {

	private final CollectiveSessions sessions;

	private final Mandates mandates;

	private final Enrolments enrolments;

	private final Clock clock;

	OpenRegisters(CollectiveSessions sessions, Mandates mandates, Enrolments enrolments, Clock clock) {
		this.sessions = sessions;
		this.mandates = mandates;
		this.enrolments = enrolments;
		this.clock = clock;
	}

	/**
	 * A half-day one may write about.
	 * @throws Refusal before its hour (rule 5), or without a firm date
	 */
	HalfDay open(UUID parcoursId, UUID halfDayId) {
		int rank = this.sessions.keepStillWith(parcoursId, halfDayId).orElseThrow(NotFound::new);
		CollectiveSession session = workable(this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new));
		HalfDay halfDay = session.getHalfDays()
			.stream()
			.filter((one) -> one.getId().equals(halfDayId))
			.findFirst()
			.orElseThrow(NotFound::new);
		requireOpen(halfDay);
		return halfDay;
	}

	/** A day that has a firm date, open or not. */
	CollectiveSession dated(UUID parcoursId, int rank) {
		CollectiveSession session = still(parcoursId, rank);
		if (!session.getState().isFirm()) {
			throw new Refusal("attendance.notScheduled");
		}
		return session;
	}

	/** A day, whatever it is. */
	CollectiveSession still(UUID parcoursId, int rank) {
		if (this.sessions.keepStill(parcoursId, rank).isEmpty()) {
			throw new NotFound();
		}
		return workable(this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new));
	}

	void requireOpen(HalfDay halfDay) {
		if (!halfDay.getSession().getState().isFirm()) {
			throw new Refusal("attendance.notScheduled");
		}
		if (halfDay.getSession().getParcours().now(this.clock).isBefore(Opening.of(halfDay))) {
			throw new Refusal("attendance.notOpen");
		}
	}

	/**
	 * What makes somebody expected on a half-day (rule 4): one mandate, or several.
	 */
	List<Mandate> expected(UUID parcoursId, HalfDay halfDay, UUID personId) {
		return this.mandates.expectedOn(parcoursId, halfDay.getSlot().day())
			.stream()
			.filter((mandate) -> mandate.getPerson().getId().equals(personId))
			.toList();
	}

	/** The structure a guest stands for that day, if any. */
	@Nullable Enrolment represented(CollectiveSession session, @Nullable UUID enrolmentId) {
		TimeSlot slot = session.getSlot();
		if (enrolmentId == null || slot == null) {
			return null;
		}
		return this.enrolments.in(session.getParcours().getId(), enrolmentId)
			.filter((enrolment) -> enrolment.isActiveOn(slot.day()))
			.orElseThrow(() -> Refusal.of("represents", "attendance.guest.notActive"));
	}

	private static CollectiveSession workable(CollectiveSession session) {
		session.getParcours().requireOpenToWork();
		return session;
	}

}
