package fr.faireavec.admin;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was posted, for the administration: never what a letter says, nor its secret. */
@Component
public class LetterRows {

	private static final String FILTERED = """
			FROM letter l LEFT JOIN person p ON p.id = l.recipient_id
			LEFT JOIN mail_bounce b ON b.letter_id = l.id
			WHERE l.state = ANY (:states) AND (:kind = '' OR l.kind = :kind)
			  AND strpos(plain_text(concat_ws(' ', p.given_name, p.family_name, coalesce(l.sent_to, l.address, p.email))),
			    plain_text(:text)) > 0
			""";

	private final JdbcClient jdbc;

	LetterRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The latest first: settled ones by when they were, others by when they go. */
	public List<Row> matching(Filter filter, int offset, int limit) {
		return this.jdbc
			.sql("""
					SELECT l.id, l.kind, l.state, l.posted_at, l.due_at, l.settled_at, l.attempts, l.problem,
					  coalesce(p.given_name || ' ' || p.family_name, l.sent_to, l.address, '') AS person, coalesce(l.sent_to, l.address, p.email) AS address,
					  b.status || ' ' || b.reason AS bounced
					"""
					+ FILTERED
					+ "ORDER BY coalesce(l.settled_at, l.due_at) DESC, l.position DESC OFFSET :offset LIMIT :limit")
			.param("states", filter.states().toArray(String[]::new))
			.param("kind", filter.kind())
			.param("text", filter.text())
			.param("offset", offset)
			.param("limit", limit)
			.query((row, n) -> new Row(row.getObject("id", UUID.class), row.getString("kind"), row.getString("person"),
					row.getString("address"), row.getString("state"), row.getInt("attempts"),
					Objects.requireNonNull(row.getTimestamp("posted_at")).toInstant(),
					Objects.requireNonNull(row.getTimestamp("due_at")).toInstant(),
					instant(row.getTimestamp("settled_at")), row.getString("problem"), row.getString("bounced")))
			.list();
	}

	public long count(Filter filter) {
		return this.jdbc.sql("SELECT count(*) " + FILTERED)
			.param("states", filter.states().toArray(String[]::new))
			.param("kind", filter.kind())
			.param("text", filter.text())
			.query(Long.class)
			.single();
	}

	/** How many wait, and how many died, of all. */
	public Queue standing() {
		return this.jdbc.sql("""
				SELECT count(*) FILTER (WHERE state IN ('WAITING', 'IN_PROCESS', 'RETRY')) AS waiting,
				  count(*) FILTER (WHERE state = 'DEAD') AS dead
				FROM letter WHERE state IN ('WAITING', 'IN_PROCESS', 'RETRY', 'DEAD')
				""").query((row, n) -> new Queue(row.getLong("waiting"), row.getLong("dead"))).single();
	}

	/** The kinds ever posted and still remembered. */
	public List<String> kinds() {
		return this.jdbc.sql("SELECT DISTINCT kind FROM letter ORDER BY kind")
			.query((row, n) -> row.getString("kind"))
			.list();
	}

	private static @Nullable Instant instant(@Nullable Timestamp time) {
		return (time != null) ? time.toInstant() : null;
	}

	/** Which letters are looked for; an empty kind or text means any. */
	public record Filter(List<String> states, String kind, String text) {

		public Filter {
			states = List.copyOf(states);
		}

	}

	/** One letter. */
	public record Row(UUID id, String kind, String person, @Nullable String address, String state, int attempts,
			Instant postedAt, Instant dueAt, @Nullable Instant settledAt, @Nullable String problem,
			@Nullable String bounced) {

		public boolean isDead() {
			return "DEAD".equals(this.state);
		}

	}

	/** How the outbox is doing. */
	public record Queue(long waiting, long dead) {
	}

}
