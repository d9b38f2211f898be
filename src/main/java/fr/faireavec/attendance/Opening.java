package fr.faireavec.attendance;

import java.time.LocalDateTime;

import fr.faireavec.sessions.HalfDay;

/** From when a register is open (rule 5). */
final class Opening {

	private static final int HOURS_BEFORE = 1;

	private Opening() {
	}

	static LocalDateTime of(HalfDay halfDay) {
		return halfDay.getSlot().start().minusHours(HOURS_BEFORE);
	}

}
