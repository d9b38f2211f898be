package fr.faireavec.replies;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What calendars answered and somebody has to read: until they did. */
@Component
@Transactional
public class RepliesToRead {

	/** Whoever sends how many: the latest ones of each day. */
	static final int MOST = 50;

	private static final int LONGEST_ADDRESS = 254;

	private final JdbcClient jdbc;

	private final CollectiveSessions sessions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	RepliesToRead(JdbcClient jdbc, CollectiveSessions sessions, ApplicationEventPublisher events, Clock clock) {
		this.jdbc = jdbc;
		this.sessions = sessions;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps one to be read; the same one once.
	 * @param mark what tells it from another one
	 */
	public void keep(UUID sessionId, String sender, String attendee, ReplyToRead.Said said, ReplyToRead.Why why,
			String mark) {
		this.jdbc.sql("""
				INSERT INTO calendar_reply (id, session_id, sender, attendee, said, why, mark, heard_at)
				VALUES (:id, :session, lower(:sender), lower(:attendee), :said, :why,
				  encode(sha256(convert_to(:mark, 'UTF8')), 'hex'), :now) ON CONFLICT (mark) DO NOTHING
				""")
			.param("id", Ids.next())
			.param("session", sessionId)
			.param("sender", address(sender))
			.param("attendee", address(attendee))
			.param("said", said.name())
			.param("why", why.name())
			.param("mark", mark)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		this.jdbc.sql("""
				DELETE FROM calendar_reply WHERE id IN (SELECT id FROM calendar_reply WHERE session_id = :session
				  ORDER BY heard_at DESC, id DESC OFFSET :most)
				""").param("session", sessionId).param("most", MOST).update();
	}

	/** Those of a day, the oldest first. */
	@Transactional(readOnly = true)
	public List<ReplyToRead> of(UUID sessionId) {
		return this.jdbc.sql("""
				SELECT r.*, p.given_name || ' ' || p.family_name AS name
				FROM calendar_reply r LEFT JOIN person p ON lower(p.email) = r.attendee AND p.erased_at IS NULL
				WHERE r.session_id = :session ORDER BY r.heard_at, r.id
				""")
			.param("session", sessionId)
			.query((row, n) -> new ReplyToRead(row.getObject("id", UUID.class), row.getString("sender"),
					row.getString("attendee"), row.getString("name"), ReplyToRead.Said.valueOf(row.getString("said")),
					ReplyToRead.Why.valueOf(row.getString("why")), row.getTimestamp("heard_at").toInstant()))
			.list();
	}

	/**
	 * Somebody read it: it goes.
	 * @return whether it was still there; somebody else may have read it meanwhile
	 */
	public boolean read(UUID parcoursId, int rank, UUID id) {
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		Optional<String> said = this.jdbc
			.sql("DELETE FROM calendar_reply WHERE id = :id AND session_id = :session RETURNING said")
			.param("id", id)
			.param("session", session.getId())
			.query((row, n) -> String.valueOf(row.getString("said")))
			.optional();
		said.ifPresent((one) -> this.events.publishEvent(new Noted("reply.read", session.getId(), parcoursId,
				session.getRank() + ". " + session.getTitle(), Changes.none().note("calendar", null, one))));
		return said.isPresent();
	}

	private static String address(String address) {
		return address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
	}

}
