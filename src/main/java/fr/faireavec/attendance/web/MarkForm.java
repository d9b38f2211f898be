package fr.faireavec.attendance.web;

import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** One press in the register. */
class MarkForm {

	@NotNull
	public @Nullable AttendanceStatus status;

	public @Nullable String reason;

	public boolean paper;

	public int half = 1;

	/**
	 * A facilitator presses, or copies what was signed on paper: nobody else signs here.
	 */
	AttendanceMethod how() {
		return this.paper ? AttendanceMethod.PAPER : AttendanceMethod.BY_FACILITATOR;
	}

}
