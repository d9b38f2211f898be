package fr.faireavec.polls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import fr.faireavec.replies.Answer;
import fr.faireavec.replies.AnswerWay;
import fr.faireavec.replies.Answering;
import fr.faireavec.replies.ReplyReading;
import fr.faireavec.replies.Replying;
import fr.faireavec.replies.Said;
import fr.faireavec.replies.Standing;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.SessionScheduled;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever said they can on the date a day is given says, by that, that they come: until
 * they say otherwise.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PromisedReplies {

	private static final String PROMISED = """
			SELECT DISTINCT ON (r.person_id) r.person_id, a.said FROM poll_answer a
			  JOIN poll_reply r ON r.id = a.reply_id JOIN poll_option o ON o.id = a.option_id
			  JOIN poll_day d ON d.id = o.day_id
			WHERE d.session_id = :session AND o.held_on = :day AND o.withdrawn_at IS NULL
			  AND r.said_at IS NOT NULL AND r.person_id IS NOT NULL
			ORDER BY r.person_id, r.said_at DESC
			""";

	private final JdbcClient jdbc;

	private final ReplyReading reading;

	private final Replying replying;

	private final Clock clock;

	PromisedReplies(JdbcClient jdbc, ReplyReading reading, Replying replying, Clock clock) {
		this.jdbc = jdbc;
		this.reading = reading;
		this.replying = replying;
		this.clock = clock;
	}

	@EventListener
	void come(SessionScheduled scheduled) {
		CollectiveSession session = scheduled.session();
		TimeSlot slot = session.getSlot();
		if (slot == null || Answering.whyNot(session, this.clock) != null) {
			return;
		}
		List<UUID> promised = this.jdbc.sql(PROMISED)
			.param("session", session.getId())
			.param("day", slot.day())
			.query((row, n) -> person(row))
			.list()
			.stream()
			.filter(Promise::kept)
			.map(Promise::personId)
			.toList();
		for (UUID personId : promised) {
			if (this.reading.of(session, personId).filter(Standing::isSilent).isPresent()) {
				this.replying.answer(session.getParcours().getId(), session.getRank(), personId, Said.of(Answer.COMING),
						AnswerWay.BY_POLL);
			}
		}
	}

	private static Promise person(ResultSet row) throws SQLException {
		return new Promise(row.getObject("person_id", UUID.class), "YES".equals(row.getString("said")));
	}

	private record Promise(UUID personId, boolean kept) {
	}

}
