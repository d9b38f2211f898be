package fr.faireavec.sessions.web;

import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionState;
import org.jspecify.annotations.Nullable;

/** One day of the list. */
public record SessionLine(SessionRow day, String href) {

	public String stateKey() {
		return "sessions.state." + this.day.state();
	}

	public String tag() {
		return Tags.of(this.day.state());
	}

	public boolean isDated() {
		return this.day.slot() != null && this.day.state() != SessionState.CANCELLED;
	}

	public boolean isToPlan() {
		return this.day.state() == SessionState.TO_PLAN;
	}

	public @Nullable String modeKey() {
		return (this.day.mode() != null && isDated()) ? "sessions.mode." + this.day.mode() : null;
	}

}
