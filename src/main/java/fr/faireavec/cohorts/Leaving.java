package fr.faireavec.cohorts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Structures leave a parcours on the day they say, and may come back. */
@Component
@Transactional
public class Leaving {

	private static final int LONGEST_REASON = 500;

	private final Enrolments enrolments;

	private final Mandates mandates;

	private final Mandating mandating;

	private final ObjectProvider<AttendanceHistory> attendance;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Leaving(Enrolments enrolments, Mandates mandates, Mandating mandating, ObjectProvider<AttendanceHistory> attendance,
			ApplicationEventPublisher events, Clock clock) {
		this.enrolments = enrolments;
		this.mandates = mandates;
		this.mandating = mandating;
		this.attendance = attendance;
		this.events = events;
		this.clock = clock;
	}

	/** The first day a structure may leave: today, unless attendance says later. */
	@Transactional(readOnly = true)
	public LocalDate firstDay(UUID parcoursId, UUID enrolmentId) {
		Enrolment enrolment = in(parcoursId, enrolmentId);
		LocalDate today = enrolment.getParcours().today(this.clock);
		LocalDate day = today.isBefore(enrolment.getActiveFrom()) ? enrolment.getActiveFrom() : today;
		return lastAttendance(enrolmentId).filter((last) -> !day.isAfter(last))
			.map((last) -> last.plusDays(1))
			.orElse(day);
	}

	/**
	 * Leaves on that day (excluded): its mandates end and its meetings to come are
	 * cancelled that day, at once if it has come; its past stays.
	 * @throws Refusal when somebody of it was in the register that day or later
	 */
	public void withdraw(UUID parcoursId, UUID enrolmentId, int version, LocalDate on, String reason) {
		Enrolment enrolment = in(parcoursId, enrolmentId);
		enrolment.requireVersion(version);
		enrolment.getParcours().requireOpenToWork();
		lastAttendance(enrolmentId).filter((last) -> !on.isAfter(last)).ifPresent((last) -> {
			throw Refusal.of("on", "cohorts.withdraw.beforeAttendance", last);
		});
		enrolment.withdraw(on, given(reason));
		this.events.publishEvent(new EnrolmentWithdrawn(enrolment));
		if (enrolment.hasLeftOn(enrolment.getParcours().today(this.clock))) {
			leave(enrolment);
		}
	}

	/** Those whose day has come, and whose mandates and meetings still stand. */
	@Transactional(readOnly = true)
	public List<UUID> due() {
		return this.enrolments.dueToLeave(LocalDate.ofInstant(this.clock.instant(), Zones.PARIS));
	}

	/** The day this one said has come. */
	public void leave(UUID enrolmentId) {
		Enrolment enrolment = this.enrolments.findById(enrolmentId).orElseThrow(NotFound::new);
		if (enrolment.hasLeftOn(enrolment.getParcours().today(this.clock))) {
			leave(enrolment);
		}
	}

	void leave(Enrolment enrolment) {
		LocalDate on = enrolment.getWithdrawnOn();
		if (on == null) {
			throw new IllegalArgumentException("it never said it would leave");
		}
		enrolment.leave();
		for (Mandate mandate : this.mandates.ofEnrolment(enrolment.getId())) {
			if (mandate.getState() == MandateState.ACTIVE) {
				mandate.lapse(on);
				tell("mandate.ended", enrolment,
						Changes.none()
							.note("person", mandate.getPerson().getName(), null)
							.note("on", null, mandate.getEndsOn()));
			}
		}
		this.events.publishEvent(new EnrolmentLeft(enrolment));
	}

	/**
	 * Takes part again from that day on; had its day to leave not come yet, it simply
	 * stays. The mandates that had ended with it and are named go on as they were if it
	 * never left, or are given anew from that day. What was cancelled stays so.
	 * @throws Refusal when it is not leaving, or that day lies before it left
	 */
	public void comeBack(UUID parcoursId, UUID enrolmentId, int version, LocalDate on, String reason,
			Collection<UUID> mandateIds) {
		String why = given(reason);
		Enrolment enrolment = in(parcoursId, enrolmentId);
		enrolment.requireVersion(version);
		enrolment.getParcours().requireOpenToWork();
		LocalDate left = enrolment.getWithdrawnOn();
		boolean stays = left != null && !enrolment.hasLeftOn(enrolment.getParcours().today(this.clock));
		List<Mandate> lapsed = stays ? List.of() : lapsed(enrolment);
		Set<UUID> wanted = Set.copyOf(mandateIds);
		List<Mandate> chosen = lapsed.stream().filter((mandate) -> wanted.contains(mandate.getId())).toList();
		if (chosen.size() != wanted.size()) {
			throw Refusal.of("mandates", "cohorts.return.unknownMandate");
		}
		Changes changes = Changes.none().note("withdrawnOn", left, null);
		Absences before = enrolment.getAbsences();
		enrolment.comeBack((stays && left != null) ? left : on);
		this.enrolments.saveAndFlush(enrolment);
		this.events.publishEvent(new EnrolmentReturned(enrolment,
				changes.note("away", before, enrolment.getAbsences()).note("reason", null, why)));
		boolean neverLeft = on.equals(left);
		for (Mandate mandate : chosen) {
			if (neverLeft) {
				goOn(mandate);
			}
			else {
				this.mandating.mandate(parcoursId, enrolmentId, mandate.getPerson(), mandate.getRole(),
						on.isBefore(mandate.getStartsOn()) ? mandate.getStartsOn() : on);
			}
		}
	}

	/** The mandates that ended when it left, one a role, whose people are still known. */
	@Transactional(readOnly = true)
	public List<Mandate> lapsed(UUID parcoursId, UUID enrolmentId) {
		return lapsed(in(parcoursId, enrolmentId));
	}

	/** Those that had ended that day with the parcours stand again. */
	void goOn(Enrolment enrolment, LocalDate ended) {
		lapsedOn(enrolment, ended).forEach(this::goOn);
	}

	private List<Mandate> lapsed(Enrolment enrolment) {
		LocalDate left = enrolment.getWithdrawnOn();
		return (left != null) ? lapsedOn(enrolment, left) : List.of();
	}

	private List<Mandate> lapsedOn(Enrolment enrolment, LocalDate ended) {
		Map<MandateRole, Mandate> latest = new EnumMap<>(MandateRole.class);
		this.mandates.ofEnrolment(enrolment.getId())
			.stream()
			.filter((mandate) -> mandate.lapsedOn(ended))
			.filter((mandate) -> !mandate.getPerson().isErased())
			.sorted(Comparator.comparing(Mandate::getStartsOn))
			.forEach((mandate) -> latest.put(mandate.getRole(), mandate));
		return List.copyOf(latest.values());
	}

	/** A mandate that ended with its structure, or with the parcours, stands again. */
	private void goOn(Mandate mandate) {
		LocalDate ended = mandate.getEndsOn();
		mandate.goOn();
		this.mandates.flush();
		tell("mandate.goesOn", mandate.getEnrolment(),
				Changes.none().note("person", null, mandate.getPerson().getName()).note("on", ended, null));
		this.events.publishEvent(new WaysInChanged(mandate.getPerson().getId(), WaysInChanged.Reason.SEAT));
	}

	private Optional<LocalDate> lastAttendance(UUID enrolmentId) {
		AttendanceHistory history = this.attendance.getIfAvailable();
		return (history != null) ? history.lastDay(enrolmentId) : Optional.empty();
	}

	private Enrolment in(UUID parcoursId, UUID enrolmentId) {
		return this.enrolments.in(parcoursId, enrolmentId).orElseThrow(NotFound::new);
	}

	private static String given(String reason) {
		if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
			throw Refusal.of("reason", "cohorts.reason.needed", LONGEST_REASON);
		}
		return reason.strip();
	}

	private void tell(String what, Enrolment enrolment, Changes changes) {
		this.events.publishEvent(new Noted(what, enrolment.getId(), enrolment.getParcours().getId(),
				enrolment.getStructure().getName(), changes));
	}

}
