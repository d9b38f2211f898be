package fr.faireavec.replies;

import java.time.Clock;
import java.time.LocalDate;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/** Whether a day takes answers: it has a date, and has not begun. */
public final class Answering {

	private Answering() {
	}

	/**
	 * @throws Refusal that says why it takes none
	 */
	static LocalDate day(CollectiveSession session, Clock clock) {
		String why = whyNot(session, clock);
		TimeSlot slot = session.getSlot();
		if (why != null || slot == null) {
			throw new Refusal((why != null) ? why : "replies.noDate");
		}
		return slot.day();
	}

	/** A message key; null when it takes some. */
	public static @Nullable String whyNot(CollectiveSession session, Clock clock) {
		TimeSlot slot = session.getSlot();
		if (!session.getParcours().getStatus().isOpenToWork()) {
			return "replies.closed";
		}
		return switch (session.getState()) {
			case CANCELLED -> "replies.cancelled";
			case HELD -> "replies.begun";
			case TO_PLAN, POLLING, RESERVED -> "replies.noDate";
			case SCHEDULED -> (slot == null) ? "replies.noDate"
					: session.getParcours().now(clock).isBefore(slot.start()) ? null : "replies.begun";
		};
	}

}
