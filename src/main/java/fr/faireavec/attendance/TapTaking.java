package fr.faireavec.attendance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.HalfDay;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes presses that waited for a network: each counts once, at the moment it was made,
 * and none undoes what somebody else said since.
 */
@Component
@Transactional
public class TapTaking {

	private final AttendanceTaking taking;

	private final OpenRegisters registers;

	private final Book book;

	private final Recorder recorder;

	private final OnceOnly onceOnly;

	TapTaking(AttendanceTaking taking, OpenRegisters registers, Book book, Recorder recorder, OnceOnly onceOnly) {
		this.taking = taking;
		this.registers = registers;
		this.book = book;
		this.recorder = recorder;
		this.onceOnly = onceOnly;
	}

	/**
	 * Says whether somebody was there, once. Who said the same already, or signed, stays
	 * as she is.
	 * @return what there is to see of the line now
	 * @throws TapConflict when the line says something else than what was seen and than
	 * what is said: pressed again on what is there now, it counts
	 * @throws Refusal as {@link AttendanceTaking#record} does, without a reason to give;
	 * or when it waited too long
	 */
	public String take(UUID parcoursId, UUID halfDayId, UUID personId, Tap tap) {
		HalfDay halfDay = this.registers.open(parcoursId, halfDayId);
		if (tap.age().isNegative() || tap.age().compareTo(Tap.LONGEST) > 0) {
			throw Refusal.of("age", "attendance.tap.old");
		}
		if (this.onceOnly.isFirst(tap.key(), "tap", halfDayId, personId, tap.status(), tap.how())) {
			Optional<Register.Line> there = line(halfDay, personId);
			boolean said = there.filter((line) -> line.status() == tap.status()).isPresent();
			if (!said && !tap.seen().equals(there.map(Register.Line::seen).orElse(""))) {
				throw new TapConflict(there.orElseThrow(() -> new Refusal("attendance.tap.cleared")));
			}
			if (!said) {
				this.taking.record(parcoursId, halfDayId, personId, tap.status(), tap.how(), null,
						moment(halfDay, tap));
			}
		}
		return line(halfDay, personId).map(Register.Line::seen).orElse("");
	}

	private Optional<Register.Line> line(HalfDay halfDay, UUID personId) {
		return this.book.line(halfDay, personId).map(RegisterReading::written);
	}

	/** Not before the register opened, whatever the device says. */
	private Instant moment(HalfDay halfDay, Tap tap) {
		Parcours parcours = halfDay.getSession().getParcours();
		Instant opened = Opening.of(halfDay).atZone(parcours.getZone()).toInstant();
		Instant pressed = this.recorder.when().minus(tap.age());
		return pressed.isBefore(opened) ? opened : pressed;
	}

}
