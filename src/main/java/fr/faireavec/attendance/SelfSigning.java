package fr.faireavec.attendance;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.HalfDay;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * People sign for themselves, expected or not: they are there, whatever was noted before.
 * Nobody signs on a sheet that is countersigned.
 */
@Component
@Transactional
public class SelfSigning {

	private final OpenRegisters registers;

	private final Book book;

	private final Recorder recorder;

	private final ApplicationEventPublisher events;

	SelfSigning(OpenRegisters registers, Book book, Recorder recorder, ApplicationEventPublisher events) {
		this.registers = registers;
		this.book = book;
		this.recorder = recorder;
		this.events = events;
	}

	/**
	 * Somebody expected that day is there, and says so herself.
	 * @param stay how much of it; where she says nothing of hours, what was noted stands
	 * @return the line
	 * @throws Refusal before the hour, once the sheet is countersigned, or when she is
	 * not expected (rule 4)
	 */
	public UUID sign(UUID parcoursId, UUID halfDayId, UUID personId, AttendanceMethod how, Stay stay) {
		HalfDay halfDay = unsealed(parcoursId, halfDayId);
		List<Mandate> mandates = this.registers.expected(parcoursId, halfDay, personId);
		if (mandates.isEmpty()) {
			throw new Refusal("attendance.notExpected");
		}
		List<Enrolment> enrolments = mandates.stream().map(Mandate::getEnrolment).toList();
		Person person = mandates.getFirst().getPerson();
		Attendance.Mark mark = new Attendance.Mark(AttendanceStatus.PRESENT, how, person, this.recorder.when());
		Optional<Attendance> former = this.book.line(halfDay, personId);
		AttendanceStatus before = former.map(Attendance::getStatus).orElse(null);
		Attendance line = former.orElseGet(() -> new Attendance(Ids.next(), halfDay, enrolments, person, mark));
		line.correct(mark);
		Stay said = stay.within(halfDay.getSlot());
		if (said.isWhole()) {
			line.stay(line.getStay().seen(said.remote()), line.getStayNotedAt());
		}
		else {
			line.stay(said, null);
		}
		line.standFor(enrolments);
		this.book.add(line);
		note("attendance.signed", personId, halfDay.getSession(),
				enrolments.stream()
					.map((enrolment) -> enrolment.getStructure().getName())
					.distinct()
					.collect(Collectors.joining(", ")),
				Changes.none()
					.note("halfDay", null, halfDay.getSlot())
					.note("status", before, AttendanceStatus.PRESENT)
					.note("how", null, how)
					.note("cameAt", null, line.getStay().cameAt())
					.note("leftAt", null, line.getStay().leftAt())
					.note("remote", null, stay.remote() ? true : null));
		return line.getId();
	}

	/**
	 * Somebody who was not expected is there. Of the same name and organisation as one
	 * who is on the list, it is that one. They were there the half-days they sign; what
	 * the animation noted before they signed any gives way.
	 * @param signed the half-days a guest signed already
	 * @return the guest
	 * @throws Refusal as above, or when the structure takes no part that day
	 */
	public UUID sign(UUID parcoursId, UUID halfDayId, Guest guest, Function<UUID, Set<UUID>> signed) {
		HalfDay halfDay = unsealed(parcoursId, halfDayId);
		CollectiveSession session = halfDay.getSession();
		Optional<SessionGuest> known = this.book.guests(session)
			.stream()
			.filter((other) -> other.isCalled(guest.name(), guest.organisation()))
			.findFirst();
		SessionGuest there = known.orElseGet(() -> added(session, guest));
		Set<UUID> before = signed.apply(there.getId());
		if (!before.contains(halfDayId)) {
			if (before.isEmpty() && there.getOnlyHalf() == null) {
				there.cameFor(halfDay.getOrdinal());
			}
			else if (!there.halfDays().contains(halfDay)) {
				there.cameFor(null);
			}
			Enrolment represents = there.getRepresents();
			note("attendance.guestSigned", there.getId(), session, session.getRank() + ". " + session.getTitle(),
					Changes.none()
						.note("halfDay", null, halfDay.getSlot())
						.note("represents", null, (represents != null) ? represents.getStructure().getName() : null));
		}
		return there.getId();
	}

	private SessionGuest added(CollectiveSession session, Guest guest) {
		SessionGuest added = new SessionGuest(Ids.next(), session, guest,
				this.registers.represented(session, guest.represents()));
		this.book.add(added);
		return added;
	}

	private HalfDay unsealed(UUID parcoursId, UUID halfDayId) {
		HalfDay halfDay = this.registers.open(parcoursId, halfDayId);
		if (this.book.isSealed(halfDay)) {
			throw new Refusal("attendance.sealed.signing");
		}
		return halfDay;
	}

	private void note(String what, UUID subject, CollectiveSession session, String label, Changes changes) {
		this.events.publishEvent(new Noted(what, subject, session.getParcours().getId(), label, changes));
	}

}
