package fr.faireavec.attendance.web;

import org.jspecify.annotations.Nullable;

/** A press on a whole sheet, and why where a reason is asked. */
class GestureForm {

	private int half = 1;

	private @Nullable String reason;

	public int getHalf() {
		return this.half;
	}

	public void setHalf(int half) {
		this.half = half;
	}

	public @Nullable String getReason() {
		return this.reason;
	}

	public void setReason(@Nullable String reason) {
		this.reason = reason;
	}

}
