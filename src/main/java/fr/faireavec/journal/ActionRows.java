package fr.faireavec.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.web.PageOf;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the journals: lists and counts, one statement each. */
@Component
public class ActionRows {

	private static final String COLUMNS = """
			       a.id, a.title, s.name AS structure_name, a.enrolment_id, a.state,
			       coalesce(theme.label, nullif(a.own_theme, '')) AS theme_label,
			       level.label AS level_label, a.starts_on, a.ends_on, a.people_involved, a.contributed_hours,
			       a.logged_at, a.awaits_pilot
			""";

	private static final String FROM = """
			FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id JOIN structure s ON s.id = e.structure_id
			LEFT JOIN taxonomy_entry theme ON theme.id = a.theme_id
			LEFT JOIN taxonomy_entry level ON level.id = a.level_id
			""";

	private static final String SELECT = "SELECT " + COLUMNS + FROM;

	private static final String SELECT_SHARED = """
			SELECT a.id, a.title, a.description, s.name AS structure_name, a.state,
			       coalesce(theme.label, nullif(a.own_theme, '')) AS theme_label,
			       level.label AS level_label, a.learning
			FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id JOIN structure s ON s.id = e.structure_id
			LEFT JOIN taxonomy_entry theme ON theme.id = a.theme_id
			LEFT JOIN taxonomy_entry level ON level.id = a.level_id
			WHERE e.parcours_id = :parcours AND a.shared_cohort AND a.enrolment_id <> ALL(ARRAY[:readers]::uuid[])
			""";

	private static final String FILTERED = """
			WHERE e.parcours_id = :parcours
			  AND (:all OR a.enrolment_id = ANY(ARRAY[:enrolments]::uuid[]))
			  AND (:state::text IS NULL OR a.state = :state::text)
			  AND (:theme::uuid IS NULL OR a.theme_id = :theme::uuid)
			""";

	private static final String NEWEST_FIRST = " ORDER BY a.logged_at DESC, a.id DESC ";

	private final JdbcClient jdbc;

	ActionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The newest actions of a parcours. */
	public List<ActionRow> ofParcours(UUID parcoursId, int limit) {
		return this.jdbc.sql(SELECT + "WHERE e.parcours_id = :parcours" + NEWEST_FIRST + "LIMIT :limit")
			.param("parcours", parcoursId)
			.param("limit", limit)
			.query(ActionRows::row)
			.list();
	}

	/** How many actions of a parcours a filter keeps. */
	public long count(UUID parcoursId, ActionFilter filter) {
		return filtered("""
				SELECT count(*) FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id
				""" + FILTERED, parcoursId, filter).query(Long.class).single();
	}

	/** One page of the actions of a parcours, the newest first, in two statements. */
	public PageOf<ActionRow> page(UUID parcoursId, ActionFilter filter, int number, int size) {
		long total = count(parcoursId, filter);
		PageOf<ActionRow> empty = new PageOf<>(List.of(), number, size, total);
		int shown = Math.min(empty.number(), empty.last());
		List<ActionRow> rows = filtered(SELECT + FILTERED + NEWEST_FIRST + "OFFSET :offset LIMIT :limit", parcoursId,
				filter)
			.param("offset", (long) (shown - 1) * size)
			.param("limit", size)
			.query(ActionRows::row)
			.list();
		return new PageOf<>(rows, shown, size, total);
	}

	/** All actions of a structure in its parcours, the newest first. */
	public List<ActionRow> ofEnrolment(UUID enrolmentId) {
		return ofEnrolments(List.of(enrolmentId), Integer.MAX_VALUE);
	}

	/** The newest actions of some structures in their parcours. */
	public List<ActionRow> ofEnrolments(List<UUID> enrolmentIds, int limit) {
		return this.jdbc
			.sql(SELECT + "WHERE a.enrolment_id = ANY(ARRAY[:enrolments]::uuid[])" + NEWEST_FIRST + "LIMIT :limit")
			.param("enrolments", enrolmentIds)
			.param("limit", limit)
			.query(ActionRows::row)
			.list();
	}

	/** The newest actions of a structure in its parcours, and how many there are. */
	public Newest newest(UUID enrolmentId, int limit) {
		long[] total = new long[1];
		List<ActionRow> rows = this.jdbc
			.sql("SELECT count(*) OVER () AS total, " + COLUMNS + FROM + "WHERE a.enrolment_id = :enrolment"
					+ NEWEST_FIRST + "LIMIT :limit")
			.param("enrolment", enrolmentId)
			.param("limit", limit)
			.query((row, n) -> {
				total[0] = row.getLong("total");
				return row(row, n);
			})
			.list();
		return new Newest(rows, total[0]);
	}

	/**
	 * What awaits its pilot's word, and what a structure meant to try before a session
	 * and has not finished.
	 * @param sessionRank 0 where none is to come
	 */
	public List<ActionRow> pressing(UUID enrolmentId, int sessionRank) {
		return this.jdbc.sql(SELECT + """
				LEFT JOIN collective_session c ON c.id = a.tied_session_id
				WHERE a.enrolment_id = :enrolment
				  AND (a.awaits_pilot OR (c.rank = :rank AND a.state IN ('IDEA', 'PLANNED', 'ONGOING')))
				""" + NEWEST_FIRST)
			.param("enrolment", enrolmentId)
			.param("rank", sessionRank)
			.query(ActionRows::row)
			.list();
	}

	/**
	 * How many actions each structure of a parcours has in each state; zeros left out.
	 */
	public List<ActionCount> counts(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT a.enrolment_id, a.state, count(*) AS actions
				FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id
				WHERE e.parcours_id = :parcours GROUP BY a.enrolment_id, a.state
				""")
			.param("parcours", parcoursId)
			.query((row, n) -> new ActionCount(row.getObject("enrolment_id", UUID.class),
					ActionState.valueOf(row.getString("state")), row.getInt("actions")))
			.list();
	}

	/**
	 * One page of what the other structures of the parcours share with the reader's own,
	 * the newest first, in two statements.
	 */
	public PageOf<SharedAction> sharedWith(UUID parcoursId, List<UUID> readerEnrolmentIds, int number, int size) {
		long total = this.jdbc.sql("SELECT count(*) FROM (" + SELECT_SHARED + ") AS shared")
			.param("parcours", parcoursId)
			.param("readers", readerEnrolmentIds)
			.query(Long.class)
			.single();
		PageOf<SharedAction> empty = new PageOf<>(List.of(), number, size, total);
		int shown = Math.min(empty.number(), empty.last());
		List<SharedAction> rows = this.jdbc.sql(SELECT_SHARED + NEWEST_FIRST + "OFFSET :offset LIMIT :limit")
			.param("parcours", parcoursId)
			.param("readers", readerEnrolmentIds)
			.param("offset", (long) (shown - 1) * size)
			.param("limit", size)
			.query(ActionRows::shared)
			.list();
		return new PageOf<>(rows, shown, size, total);
	}

	/** One action another structure shares with the reader's own. */
	public Optional<SharedAction> sharedWith(UUID parcoursId, List<UUID> readerEnrolmentIds, UUID actionId) {
		return this.jdbc.sql(SELECT_SHARED + "AND a.id = :action")
			.param("parcours", parcoursId)
			.param("readers", readerEnrolmentIds)
			.param("action", actionId)
			.query(ActionRows::shared)
			.optional();
	}

	/** Its ties with the library. */
	public LibraryTrace traceOf(UUID actionId) {
		return this.jdbc
			.sql("""
					SELECT o.library_id AS origin_id, o.title, CASE WHEN o.library_named THEN s.name END AS structure_name,
					       CASE WHEN a.library_terms IS NOT NULL THEN a.library_id END AS library_id,
					       (SELECT count(DISTINCT t.enrolment_id) FROM logged_action t WHERE t.tried_from = a.id) AS taken_up
					FROM logged_action a
					LEFT JOIN (logged_action o JOIN enrolment e ON e.id = o.enrolment_id JOIN structure s ON s.id = e.structure_id)
					  ON o.id = a.tried_from AND o.library_terms IS NOT NULL
					WHERE a.id = :action""")
			.param("action", actionId)
			.query((row, n) -> new LibraryTrace(row.getObject("origin_id", UUID.class), row.getString("title"),
					row.getString("structure_name"), row.getObject("library_id", UUID.class), row.getInt("taken_up")))
			.single();
	}

	private JdbcClient.StatementSpec filtered(String sql, UUID parcoursId, ActionFilter filter) {
		ActionState state = filter.state();
		return this.jdbc.sql(sql)
			.param("parcours", parcoursId)
			.param("all", filter.enrolmentIds().isEmpty())
			.param("enrolments", filter.enrolmentIds())
			.param("state", (state != null) ? state.name() : null, Types.VARCHAR)
			.param("theme", filter.themeId(), Types.OTHER);
	}

	private static ActionRow row(ResultSet row, int n) throws SQLException {
		return new ActionRow(row.getObject("id", UUID.class), row.getString("title"), row.getString("structure_name"),
				row.getObject("enrolment_id", UUID.class), ActionState.valueOf(row.getString("state")),
				row.getString("theme_label"), row.getString("level_label"), row.getObject("starts_on", LocalDate.class),
				row.getObject("ends_on", LocalDate.class), row.getObject("people_involved", Integer.class),
				row.getBigDecimal("contributed_hours"), row.getTimestamp("logged_at").toInstant(),
				row.getBoolean("awaits_pilot"));
	}

	private static SharedAction shared(ResultSet row, int n) throws SQLException {
		return new SharedAction(row.getObject("id", UUID.class), row.getString("title"), row.getString("description"),
				row.getString("structure_name"), ActionState.valueOf(row.getString("state")),
				row.getString("theme_label"), row.getString("level_label"), row.getString("learning"));
	}

	/** Some actions, of so many. */
	public record Newest(List<ActionRow> rows, long total) {
	}

}
