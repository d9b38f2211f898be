package fr.faireavec.attendance.web;

import org.jspecify.annotations.Nullable;

/** How much of the day a guest was there: all of it, or one half. */
class GuestPresenceForm {

	public int half = 1;

	public @Nullable Integer onlyHalf;

	public @Nullable String reason;

}
