package fr.faireavec.exchanges;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Zones;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows who may read what is said of an action today, what of it is new to them, and
 * until when they read it.
 */
@Component
@Transactional
public class CommentReaders {

	/** What is older is told to nobody by letter any more. */
	private static final String LATELY = "interval '7 days'";

	/** As {@link Exchanges#about} has it, said of everybody at once. */
	private static final String READER = """
			WITH reader AS (
			  SELECT a.id AS action_id, m.person_id, o.structure_id, o.id = a.enrolment_id AS own,
			         CAST(m.starts_on AS timestamp) AT TIME ZONE 'Europe/Paris' AS since
			  FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id JOIN parcours r ON r.id = e.parcours_id
			    JOIN enrolment o ON o.parcours_id = e.parcours_id AND (o.id = e.id OR a.shared_cohort)
			    JOIN mandate m ON m.enrolment_id = o.id
			  WHERE r.status NOT IN ('ARCHIVED', 'CANCELLED')
			    AND m.starts_on <= CAST(:today AS date) AND (m.ends_on IS NULL OR m.ends_on > CAST(:today AS date))
			  UNION ALL
			  SELECT a.id, f.person_id, NULL, true, NULL
			  FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id JOIN parcours r ON r.id = e.parcours_id
			    JOIN parcours_facilitator f ON f.parcours_id = e.parcours_id
			    JOIN account c ON c.person_id = f.person_id AND c.role IS NOT NULL AND c.disabled_at IS NULL
			  WHERE r.status NOT IN ('ARCHIVED', 'CANCELLED'))
			""";

	private static final String SAID = READER + """
			SELECT DISTINCT r.person_id, c.id, c.action_id, c.written_at, a.title, s.name AS structure, p.slug,
			       b.given_name || ' ' || b.family_name AS author,
			       greatest(d.told_at, CAST(:now AS timestamptz) - %s) AS told_until
			FROM action_comment c JOIN reader r ON r.action_id = c.action_id JOIN person n ON n.id = r.person_id
			  JOIN person b ON b.id = c.author_id JOIN logged_action a ON a.id = c.action_id
			  JOIN enrolment e ON e.id = a.enrolment_id JOIN structure s ON s.id = e.structure_id
			  JOIN parcours p ON p.id = e.parcours_id
			  LEFT JOIN comment_digest d ON d.person_id = r.person_id
			  LEFT JOIN comment_reading g ON g.person_id = r.person_id AND g.action_id = c.action_id
			WHERE c.author_id <> r.person_id AND n.email IS NOT NULL AND n.erased_at IS NULL AND n.reunited_with IS NULL
			  AND (g.read_at IS NULL OR c.written_at > g.read_at)
			""".formatted(LATELY);

	/**
	 * What others said, to whom it concerns: its structure and the animation, and those
	 * who talked about it. Whoever was told at once is not told again.
	 */
	private static final String NEWS = SAID
			+ """
					  AND (r.own OR EXISTS (SELECT FROM action_comment o WHERE o.action_id = c.action_id AND o.author_id = r.person_id))
					  AND (r.since IS NULL OR c.written_at > r.since)
					  AND NOT EXISTS (SELECT FROM letter l WHERE l.kind = 'exchanges.addressed' AND l.subject_id = c.id
					    AND l.recipient_id = r.person_id AND l.state <> 'OBSOLETE')
					""";

	private static final String ADDRESSED = SAID + "  AND r.person_id = :person AND c.id = :comment";

	private final JdbcClient jdbc;

	private final Clock clock;

	CommentReaders(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Whom one may tell at once: all who may read it and have an address, but oneself.
	 */
	@Transactional(readOnly = true)
	public List<Reader> of(UUID actionId, UUID but) {
		return asked(
				READER + """
						SELECT id, name, structure FROM (
						  SELECT DISTINCT ON (n.id) n.id, n.given_name || ' ' || n.family_name AS name, s.name AS structure, r.own
						  FROM reader r JOIN person n ON n.id = r.person_id LEFT JOIN structure s ON s.id = r.structure_id
						  WHERE r.action_id = :action AND n.email IS NOT NULL AND n.erased_at IS NULL AND n.reunited_with IS NULL
						    AND n.id <> :but
						  ORDER BY n.id, r.own DESC, s.name) one
						ORDER BY own DESC, structure, name, id""")
			.param("action", actionId)
			.param("but", but)
			.query((row, n) -> new Reader(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("structure")))
			.list();
	}

	/** Everybody whom the letter of that day has something to tell. */
	List<News> due() {
		return asked(NEWS + """
				  AND c.written_at > greatest(d.told_at, CAST(:now AS timestamptz) - %s)
				  AND (d.told_at IS NULL OR CAST(d.told_at AT TIME ZONE 'Europe/Paris' AS date) < CAST(:today AS date))
				ORDER BY r.person_id, c.written_at, c.id""".formatted(LATELY)).query(CommentReaders::news).list();
	}

	/** What is still new to somebody of what was said after that, until then. */
	@Transactional(readOnly = true)
	List<News> since(UUID personId, Instant after, Instant until) {
		return asked(NEWS + """
				  AND r.person_id = :person AND c.written_at > :after AND c.written_at <= :until
				ORDER BY r.person_id, c.written_at, c.id""").param("person", personId)
			.param("after", Timestamp.from(after))
			.param("until", Timestamp.from(until))
			.query(CommentReaders::news)
			.list();
	}

	/** What was said to somebody, if they may read it still and did not yet. */
	@Transactional(readOnly = true)
	Optional<News> addressed(UUID personId, UUID commentId) {
		return asked(ADDRESSED).param("person", personId)
			.param("comment", commentId)
			.query(CommentReaders::news)
			.optional();
	}

	private JdbcClient.StatementSpec asked(String sql) {
		Instant now = this.clock.instant();
		return this.jdbc.sql(sql)
			.param("now", Timestamp.from(now))
			.param("today", LocalDate.ofInstant(now, Zones.PARIS));
	}

	private static News news(ResultSet row, int n) throws SQLException {
		return new News(row.getObject("person_id", UUID.class), row.getObject("action_id", UUID.class),
				row.getString("title"), row.getString("structure"), row.getString("slug"), row.getString("author"),
				row.getTimestamp("told_until").toInstant());
	}

	/** Somebody looks at what is said of an action. */
	public void read(UUID personId, UUID actionId) {
		this.jdbc
			.sql("""
					INSERT INTO comment_reading (person_id, action_id, read_at)
					SELECT :person, :action, :now WHERE EXISTS (
					  SELECT FROM action_comment c LEFT JOIN comment_reading g ON g.person_id = :person AND g.action_id = c.action_id
					  WHERE c.action_id = :action AND c.author_id <> :person AND c.written_at > coalesce(g.read_at, '-infinity'))
					ON CONFLICT (person_id, action_id) DO UPDATE SET read_at = excluded.read_at""")
			.param("person", personId)
			.param("action", actionId)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

}
