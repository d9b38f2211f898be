package fr.faireavec.attendance.web;

import fr.faireavec.attendance.AttendanceMethod;
import fr.faireavec.attendance.AttendanceStatus;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** One press in the register. */
class MarkForm {

	@NotNull
	private @Nullable AttendanceStatus status;

	private @Nullable String reason;

	private boolean paper;

	private int half = 1;

	/**
	 * A facilitator presses, or copies what was signed on paper: nobody else signs here.
	 */
	AttendanceMethod how() {
		return this.paper ? AttendanceMethod.PAPER : AttendanceMethod.BY_FACILITATOR;
	}

	public @Nullable AttendanceStatus getStatus() {
		return this.status;
	}

	public void setStatus(@Nullable AttendanceStatus status) {
		this.status = status;
	}

	public @Nullable String getReason() {
		return this.reason;
	}

	public void setReason(@Nullable String reason) {
		this.reason = reason;
	}

	public boolean isPaper() {
		return this.paper;
	}

	public void setPaper(boolean paper) {
		this.paper = paper;
	}

	public int getHalf() {
		return this.half;
	}

	public void setHalf(int half) {
		this.half = half;
	}

}
