package fr.faireavec.attendance.web;

import org.jspecify.annotations.Nullable;

/** A press on a whole sheet, and why where a reason is asked. */
class GestureForm {

	public int half = 1;

	public @Nullable String reason;

}
