package fr.faireavec.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was written to a cohort, in one statement, the latest first. */
@Component
public class MessageRows {

	private static final String ROWS = """
			SELECT m.id, d.rank, m.audience, m.subject, m.words, a.given_name || ' ' || a.family_name AS author, m.sent_at,
			       m.unreached, (SELECT count(DISTINCT r.person_id) FROM message_recipient r WHERE r.message_id = m.id) AS people,
			       (SELECT coalesce(string_agg(DISTINCT s.name, ', ' ORDER BY s.name), '') FROM message_recipient r
			          JOIN enrolment e ON e.id = r.enrolment_id JOIN structure s ON s.id = e.structure_id
			        WHERE r.message_id = m.id) AS structures
			FROM cohort_message m JOIN person a ON a.id = m.author_id
			  LEFT JOIN collective_session d ON d.id = m.session_id
			""";

	private static final String ORDER = " ORDER BY m.sent_at DESC, m.id DESC LIMIT 100";

	private final JdbcClient jdbc;

	MessageRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last hundred of a parcours. */
	public List<MessageRow> of(UUID parcoursId) {
		return this.jdbc.sql(ROWS + "WHERE m.parcours_id = :parcours" + ORDER)
			.param("parcours", parcoursId)
			.query((row, n) -> row(row))
			.list();
	}

	/** One of a parcours. */
	Optional<MessageRow> one(UUID parcoursId, UUID messageId) {
		return this.jdbc.sql(ROWS + "WHERE m.parcours_id = :parcours AND m.id = :message")
			.param("parcours", parcoursId)
			.param("message", messageId)
			.query((row, n) -> row(row))
			.optional();
	}

	/** Those about a day. */
	public List<MessageRow> about(UUID sessionId) {
		return this.jdbc.sql(ROWS + "WHERE m.session_id = :session" + ORDER)
			.param("session", sessionId)
			.query((row, n) -> row(row))
			.list();
	}

	/** Those about a day that this person was sent. */
	public List<MessageRow> about(UUID sessionId, UUID personId) {
		return this.jdbc.sql(ROWS + """
				WHERE m.session_id = :session AND EXISTS (SELECT FROM message_recipient mine
				  WHERE mine.message_id = m.id AND mine.person_id = :person)""" + ORDER)
			.param("session", sessionId)
			.param("person", personId)
			.query((row, n) -> row(row))
			.list();
	}

	private static MessageRow row(ResultSet row) throws SQLException {
		return new MessageRow(row.getObject("id", UUID.class), row.getObject("rank", Integer.class),
				Audience.valueOf(row.getString("audience")), row.getString("subject"), row.getString("words"),
				row.getString("author"), Objects.requireNonNull(row.getTimestamp("sent_at")).toInstant(),
				row.getInt("people"), row.getInt("unreached"), row.getString("structures"));
	}

}
