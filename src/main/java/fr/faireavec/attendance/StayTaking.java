package fr.faireavec.attendance;

import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.HalfDay;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes who came late, left early or was elsewhere: whoever was signed for stays signed.
 */
@Component
@Transactional
public class StayTaking {

	private final AttendanceTaking taking;

	private final OpenRegisters registers;

	private final Book book;

	private final Recorder recorder;

	private final ApplicationEventPublisher events;

	StayTaking(AttendanceTaking taking, OpenRegisters registers, Book book, Recorder recorder,
			ApplicationEventPublisher events) {
		this.taking = taking;
		this.registers = registers;
		this.book = book;
		this.recorder = recorder;
		this.events = events;
	}

	/**
	 * Says when somebody came and left; nobody had said she was there yet: she is.
	 * @param reason needed, 500 characters at most, once the register is countersigned
	 * @throws Refusal as {@link AttendanceTaking#record} does, or beside the hour that is
	 * outside the half-day
	 */
	public void note(UUID parcoursId, UUID halfDayId, UUID personId, Stay said, @Nullable String reason) {
		HalfDay halfDay = this.registers.open(parcoursId, halfDayId);
		Stay stay = said.within(halfDay.getSlot());
		if (this.book.line(halfDay, personId).filter((one) -> one.getStatus() == AttendanceStatus.PRESENT).isEmpty()) {
			this.taking.record(parcoursId, halfDayId, personId, AttendanceStatus.PRESENT,
					AttendanceMethod.BY_FACILITATOR, reason);
		}
		Attendance line = this.book.line(halfDay, personId).orElseThrow();
		Stay before = line.getStay();
		if (before.equals(stay)) {
			return;
		}
		String why = this.book.isSealed(halfDay) ? Reason.given(reason, "attendance.sealed.reason") : null;
		line.stay(stay, this.recorder.when());
		this.book.add(line);
		this.events.publishEvent(new Noted("attendance.stay", personId, halfDay.getSession().getParcours().getId(),
				line.structureNames(),
				Changes.none()
					.note("halfDay", null, halfDay.getSlot())
					.note("cameAt", before.cameAt(), stay.cameAt())
					.note("leftAt", before.leftAt(), stay.leftAt())
					.note("remote", before.remote(), stay.remote())
					.note("reason", null, why)));
	}

}
