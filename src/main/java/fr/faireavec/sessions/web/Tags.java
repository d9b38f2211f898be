package fr.faireavec.sessions.web;

import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.SessionState;

/** The colour of a state: sun for what comes, coral for what is missing. */
final class Tags {

	private Tags() {
	}

	static String of(SessionState state) {
		return switch (state) {
			case HELD -> "tag brand";
			case SCHEDULED -> "tag sun";
			case POLLING, RESERVED -> "tag plum";
			case TO_PLAN -> "tag coral";
			case CANCELLED -> "tag";
		};
	}

	static String of(MeetingState state) {
		return switch (state) {
			case HELD -> "tag brand";
			case SCHEDULED -> "tag sun";
			case TO_PLAN -> "tag coral";
			case CANCELLED -> "tag";
		};
	}

}
