package fr.faireavec.web;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One stepping stone of the chemin: a day or a round of meetings, where it stands and
 * what is said below it.
 */
public record Stone(Kind kind, String label, String title, @Nullable String when, @Nullable String note, State state,
		@Nullable String href, String stateLabel) {

	/** A collective day, or the individual meetings between two days. */
	public enum Kind {

		DAY, MEETING

	}

	/** Where a stone stands; NEXT is the first one still to come with a date. */
	public enum State {

		HELD, NEXT, SCHEDULED, RESERVED, POLLING, TO_PLAN, CANCELLED

	}

	public boolean isMeeting() {
		return this.kind == Kind.MEETING;
	}

	/** The style of the stone, such as « day held ». */
	public String style() {
		return (this.kind + " " + this.state).toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
