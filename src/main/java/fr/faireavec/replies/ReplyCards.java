package fr.faireavec.replies;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks somebody whether they come, while there is something to ask. */
@Component
@Transactional(readOnly = true)
public class ReplyCards {

	private final CollectiveSessions sessions;

	private final ReplyReading reading;

	private final Clock clock;

	ReplyCards(CollectiveSessions sessions, ReplyReading reading, Clock clock) {
		this.sessions = sessions;
		this.reading = reading;
		this.clock = clock;
	}

	/** Empty when the day takes no answer, or not theirs. */
	public Optional<ReplyCard> of(UUID sessionId, UUID personId) {
		return this.sessions.whole(sessionId).flatMap((session) -> of(session, personId));
	}

	/** The same of a day at hand. */
	public Optional<ReplyCard> of(CollectiveSession session, UUID personId) {
		TimeSlot slot = session.getSlot();
		if (slot == null || Answering.whyNot(session, this.clock) != null) {
			return Optional.empty();
		}
		return this.reading.of(session, personId)
			.map((standing) -> new ReplyCard(
					"/parcours/" + session.getParcours().getSlug() + "/seances/" + session.getRank() + "/ma-presence",
					slot, standing));
	}

}
