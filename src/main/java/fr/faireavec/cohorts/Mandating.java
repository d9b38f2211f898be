package fr.faireavec.cohorts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Question;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.signin.Inviting;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Structures name their pilot and copilot, replace either, sign. */
@Component
@Transactional
public class Mandating {

	private final AccountKeeping keeping;

	private final Enrolments enrolments;

	private final Mandates mandates;

	private final ObjectProvider<AttendanceHistory> attendance;

	private final Inviting inviting;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Mandating(AccountKeeping keeping, Enrolments enrolments, Mandates mandates,
			ObjectProvider<AttendanceHistory> attendance, Inviting inviting, OnceOnly onceOnly,
			ApplicationEventPublisher events, Clock clock) {
		this.keeping = keeping;
		this.enrolments = enrolments;
		this.mandates = mandates;
		this.attendance = attendance;
		this.inviting = inviting;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Names somebody, known here by their address or not yet: the person and the mandate
	 * come together or not at all.
	 * @throws Question when the address is somebody's of another name
	 */
	public Mandate name(UUID parcoursId, UUID enrolmentId, Nomination nomination) {
		UUID id = this.onceOnly.idOf(nomination.key(), "mandate", enrolmentId, nomination);
		return this.mandates.in(parcoursId, enrolmentId, id).orElseGet(() -> {
			Enrolment enrolment = open(parcoursId, enrolmentId, nomination.from());
			Person person = this.keeping.register(nomination.name(), nomination.email(), nomination.answered());
			return mandate(id, enrolment, person, nomination.role(), nomination.from(), InvitedWhen.NOW);
		});
	}

	/**
	 * Names somebody pilot or copilot from a day on. Whoever held that role is replaced:
	 * the old mandate closes and keeps its history (rule 2). A letter invites them, if
	 * they have an address.
	 * @throws Refusal when the person holds the other role, or the day lies before a
	 * register that is closed, or one that names whoever is replaced (rule 4)
	 */
	public Mandate mandate(UUID parcoursId, UUID enrolmentId, Person person, MandateRole role, LocalDate from) {
		return mandate(Ids.next(), open(parcoursId, enrolmentId, from), person, role, from, InvitedWhen.NOW);
	}

	/** The same, and says when they are written to. */
	public Mandate mandate(UUID parcoursId, UUID enrolmentId, Person person, MandateRole role, LocalDate from,
			InvitedWhen when) {
		return mandate(Ids.next(), open(parcoursId, enrolmentId, from), person, role, from, when);
	}

	/**
	 * Writes to all those of a parcours whose invitation waits.
	 * @return those who are written to, and those who have no address
	 */
	public Invited inviteWaiting(UUID parcoursId) {
		LocalDate today = this.clock.instant().atZone(Zones.PARIS).toLocalDate();
		Map<UUID, Enrolment> present = this.enrolments.ofParcours(parcoursId)
			.stream()
			.filter((enrolment) -> !enrolment.hasLeftOn(today) && enrolment.getParcours().getStatus().keepsItsPeople())
			.collect(Collectors.toMap(Enrolment::getId, Function.identity()));
		int written = 0;
		int without = 0;
		for (Mandate mandate : this.mandates.ofParcours(parcoursId)) {
			Enrolment enrolment = present.get(mandate.getEnrolment().getId());
			if (enrolment == null || !mandate.isUninvited() || mandate.isOverOn(today)) {
				continue;
			}
			if (mandate.getPerson().getEmail() == null) {
				without++;
				continue;
			}
			mandate.invited();
			this.inviting.invite(mandate.getPerson().getId(), MandatedLetter.NAME, mandate.getId());
			tell("mandate.invited", enrolment, Changes.none().note("person", null, mandate.getPerson().getName()));
			written++;
		}
		return new Invited(written, without);
	}

	/** The enrolment, if somebody may be named for it from that day on. */
	private Enrolment open(UUID parcoursId, UUID enrolmentId, LocalDate from) {
		Enrolment enrolment = active(parcoursId, enrolmentId);
		Parcours parcours = enrolment.getParcours();
		if (from.isBefore(enrolment.getActiveFrom())) {
			throw Refusal.of("from", "cohorts.mandate.beforeEnrolment", enrolment.getActiveFrom());
		}
		if (enrolment.isAwayOn(from)) {
			throw Refusal.of("from", "cohorts.mandate.structureAway", enrolment.getStructure().getName());
		}
		refuseTooLate(parcours, from);
		history().flatMap((history) -> history.lastClosedDay(enrolmentId))
			.filter((last) -> !from.isAfter(last))
			.ifPresent((last) -> {
				throw Refusal.of("from", "cohorts.mandate.beforeAttendance", last);
			});
		return enrolment;
	}

	/** The enrolment, if somebody may still be named for it. */
	private Enrolment active(UUID parcoursId, UUID enrolmentId) {
		Enrolment enrolment = this.enrolments.in(parcoursId, enrolmentId).orElseThrow(NotFound::new);
		Parcours parcours = enrolment.getParcours();
		if (!parcours.getStatus().keepsItsPeople() || enrolment.hasLeftOn(parcours.today(this.clock))) {
			throw new Refusal("cohorts.notActive", enrolment.getStructure().getName());
		}
		return enrolment;
	}

	private Mandate mandate(UUID id, Enrolment enrolment, Person person, MandateRole role, LocalDate from,
			InvitedWhen when) {
		Optional<Mandate> former = Optional.empty();
		for (Mandate other : this.mandates.ofEnrolment(enrolment.getId())) {
			boolean samePerson = other.getPerson().getId().equals(person.getId());
			if (other.getState() != MandateState.ACTIVE) {
				refuseOverlap(other, samePerson || other.getRole() == role, from);
			}
			else if (other.getRole() == role) {
				former = Optional.of(other);
			}
			else if (samePerson) {
				throw Refusal.of("email", "cohorts.mandate.sameTwice", person.getName());
			}
		}
		if (former.isPresent()) {
			if (former.get().getPerson().getId().equals(person.getId())) {
				throw Refusal.of("email", "cohorts.mandate.already", person.getName());
			}
			refuseAcrossAttendance(former.get(), from);
			former.get().replace(from);
			this.mandates.flush();
		}
		Mandate mandate = new Mandate(id, enrolment, person, role, from);
		if (when == InvitedWhen.LATER) {
			mandate.inviteLater();
		}
		mandate = this.mandates.saveAndFlush(mandate);
		tell("mandate.given." + role, enrolment,
				Changes.none()
					.note("person", former.map((was) -> was.getPerson().getName()).orElse(null), person.getName())
					.note("from", null, from));
		this.events.publishEvent(new WaysInChanged(person.getId(), WaysInChanged.Reason.SEAT));
		if (when == InvitedWhen.NOW) {
			this.inviting.invite(person.getId(), MandatedLetter.NAME, mandate.getId());
		}
		return mandate;
	}

	/**
	 * The first day a new mandate may start: today, unless a register that is closed, or
	 * names whoever is replaced, says later.
	 * @throws Refusal when nobody may be named any more
	 */
	@Transactional(readOnly = true)
	public LocalDate firstDay(UUID parcoursId, UUID enrolmentId, MandateRole role) {
		Enrolment enrolment = active(parcoursId, enrolmentId);
		LocalDate day = enrolment.getParcours().today(this.clock);
		if (day.isBefore(enrolment.getActiveFrom())) {
			day = enrolment.getActiveFrom();
		}
		day = after(history().flatMap((history) -> history.lastClosedDay(enrolmentId)), day);
		return after(this.mandates.active(enrolmentId, role).flatMap(this::lastAttendance), day);
	}

	/** The first day one may end: today, unless attendance says later. */
	@Transactional(readOnly = true)
	public LocalDate firstEnd(UUID parcoursId, UUID mandateId) {
		Mandate mandate = in(parcoursId, mandateId);
		LocalDate today = mandate.getEnrolment().getParcours().today(this.clock);
		return after(lastAttendance(mandate), today.isBefore(mandate.getStartsOn()) ? mandate.getStartsOn() : today);
	}

	/** The signature of the direction or presidency; may come at any time. */
	public void sign(UUID parcoursId, UUID mandateId, int version, String signatory, LocalDate on) {
		Mandate mandate = in(parcoursId, mandateId);
		mandate.requireVersion(version);
		LocalDate today = mandate.getEnrolment().getParcours().today(this.clock);
		if (on.isAfter(today)) {
			throw Refusal.of("on", "cohorts.mandate.signedInFuture");
		}
		DayKind.PAST.require("on", on, today);
		Changes changes = Changes.none()
			.note("signatory", mandate.getSignatory(), signatory)
			.note("signedOn", mandate.getSignedOn(), on);
		mandate.sign(signatory, on);
		tell("mandate.signed", mandate.getEnrolment(), changes);
	}

	/**
	 * One signature for all the open mandates of a structure that have none, of several
	 * structures at once.
	 * @param signatories who signed, by enrolment
	 * @return how many mandates are signed by it
	 */
	public int sign(UUID parcoursId, Map<UUID, String> signatories, LocalDate on) {
		List<Mandate> unsigned = this.mandates.ofParcours(parcoursId)
			.stream()
			.filter((mandate) -> mandate.getState() == MandateState.ACTIVE && !mandate.isSigned())
			.filter((mandate) -> signatories.containsKey(mandate.getEnrolment().getId()))
			.toList();
		unsigned.forEach((mandate) -> sign(parcoursId, mandate.getId(), mandate.getVersion(),
				String.valueOf(signatories.get(mandate.getEnrolment().getId())), on));
		return unsigned.size();
	}

	/** Ends a mandate without naming anybody else. */
	public void end(UUID parcoursId, UUID mandateId, int version, LocalDate on) {
		Mandate mandate = in(parcoursId, mandateId);
		mandate.requireVersion(version);
		refuseTooLate(mandate.getEnrolment().getParcours(), on);
		refuseAcrossAttendance(mandate, on);
		mandate.end(on);
		tell("mandate.ended", mandate.getEnrolment(),
				Changes.none().note("person", mandate.getPerson().getName(), null).note("on", null, on));
	}

	/** One that is closed, but only from a day to come, still stands until then. */
	private static void refuseOverlap(Mandate closed, boolean matters, LocalDate from) {
		LocalDate end = closed.getEndsOn();
		if (matters && end != null && end.isAfter(from) && end.isAfter(closed.getStartsOn())) {
			throw Refusal.of("from", "cohorts.mandate.overlaps", closed.getPerson().getName(), end);
		}
	}

	private static void refuseTooLate(Parcours parcours, LocalDate from) {
		LocalDate latest = parcours.getEndsOn().plusYears(1);
		if (from.isAfter(latest)) {
			throw Refusal.of("from", "cohorts.mandate.tooLate", latest);
		}
	}

	/** Whoever has a line for a day was mandated that day, and stays so. */
	private void refuseAcrossAttendance(Mandate ending, LocalDate day) {
		lastAttendance(ending).filter((last) -> !day.isAfter(last)).ifPresent((last) -> {
			throw Refusal.of("from", "cohorts.mandate.endsBeforeAttendance", ending.getPerson().getName(), last);
		});
	}

	private Optional<LocalDate> lastAttendance(Mandate mandate) {
		return history()
			.flatMap((history) -> history.lastDay(mandate.getEnrolment().getId(), mandate.getPerson().getId()));
	}

	private Optional<AttendanceHistory> history() {
		return Optional.ofNullable(this.attendance.getIfAvailable());
	}

	private static LocalDate after(Optional<LocalDate> taken, LocalDate day) {
		return (taken.isPresent() && !day.isAfter(taken.get())) ? taken.get().plusDays(1) : day;
	}

	private Mandate in(UUID parcoursId, UUID mandateId) {
		return this.mandates.findById(mandateId)
			.filter((mandate) -> mandate.getEnrolment().getParcours().getId().equals(parcoursId))
			.orElseThrow(NotFound::new);
	}

	private void tell(String what, Enrolment enrolment, Changes changes) {
		this.events.publishEvent(new Noted(what, enrolment.getId(), enrolment.getParcours().getId(),
				enrolment.getStructure().getName(), changes));
	}

	/** How many were written to; how many have no address to write to. */
	public record Invited(int written, int withoutAddress) {
	}

}
