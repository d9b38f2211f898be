package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Departement;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows from which the figures of a period are drawn: one statement each. */
@Component
class FigureRows {

	private static final String DAY = " >= CAST(:from AS date) AND %1$s < CAST(:to AS date) + 1";

	private static final String HALF_DAY_IN = "h.starts_at" + DAY.formatted("h.starts_at");

	private static final String SESSION_IN = "s.starts_at" + DAY.formatted("s.starts_at");

	private static final String MEETING_IN = "m.starts_at" + DAY.formatted("m.starts_at");

	private static final String ACTIVE = "e.takes_part @> CAST(s.starts_at AS date)";

	/** Of session s, somebody of enrolment e was there or a guest stood for it (F7). */
	private static final String REPRESENTED = """
			(EXISTS (SELECT FROM attendance a JOIN half_day h ON h.id = a.half_day_id
			           JOIN attendance_enrolment f ON f.attendance_id = a.id
			         WHERE h.session_id = s.id AND f.enrolment_id = e.id AND a.status = 'PRESENT')
			  OR EXISTS (SELECT FROM session_guest g WHERE g.session_id = s.id AND g.represents_enrolment_id = e.id))
			""";

	private static final String LOGGED_ON = "CAST(a.logged_at AT TIME ZONE p.zone AS date)";

	private final JdbcClient jdbc;

	FigureRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<ParcoursRow> parcours(UUID parcoursId, LocalDate from, LocalDate to) {
		return asked("""
				SELECT p.meeting_count, p.status IN ('CLOSED', 'ARCHIVED') AS closed, f.asks_people,
				  EXISTS (SELECT FROM framework_entry fe JOIN taxonomy_entry t ON t.id = fe.entry_id
				          WHERE fe.framework_id = f.id AND t.taxonomy = 'LEVEL') AS has_scale,
				  (SELECT coalesce(sum(namesakes.people), 0) FROM (
				     SELECT max(day.people) AS people FROM (
				       SELECT lower(g.name) AS name, lower(g.organisation) AS organisation, count(*) AS people
				       FROM session_guest g JOIN collective_session s ON s.id = g.session_id
				       WHERE s.parcours_id = p.id AND s.state = 'HELD' AND %s
				       GROUP BY lower(g.name), lower(g.organisation), s.id) day
				     GROUP BY day.name, day.organisation) namesakes) AS guests,
				  former.number AS former, CAST(former.figures -> 'figures' AS text) AS former_figures
				FROM parcours p JOIN framework f ON f.id = p.framework_id LEFT JOIN LATERAL (
				  SELECT b.number, b.figures FROM bilan b
				  WHERE b.parcours_id = p.id AND b.formula = :formula AND b.period_to < :to
				  ORDER BY b.number DESC LIMIT 1) former ON true
				WHERE p.id = :parcours
				""".formatted(SESSION_IN), parcoursId, from, to).param("formula", BilanFigures.FORMULA)
			.query((row, n) -> new ParcoursRow(row.getInt("meeting_count"), row.getBoolean("closed"),
					row.getBoolean("asks_people"), row.getBoolean("has_scale"), row.getInt("guests"), former(row)))
			.optional();
	}

	private static Figures.@Nullable Former former(ResultSet row) throws SQLException {
		String figures = row.getString("former_figures");
		return (figures == null) ? null
				: new Figures.Former(row.getInt("former"), CanonicalJson.read(figures, Figures.class).numbers());
	}

	/** Each with who was active, who was there, and every stay at its half-days. */
	List<SessionRow> sessions(UUID parcoursId, LocalDate from, LocalDate to) {
		return asked(
				"""
						SELECT s.rank, s.title, s.state, CAST(s.starts_at AS date) AS day, coalesce(%s, false) AS within,
						  ARRAY(SELECT e.id FROM enrolment e WHERE e.parcours_id = s.parcours_id AND %s) AS active,
						  ARRAY(SELECT e.id FROM enrolment e WHERE e.parcours_id = s.parcours_id AND %s AND %s) AS present,
						  there.people, there.minutes, there.remote, there.stands
						FROM collective_session s CROSS JOIN LATERAL (
						  SELECT coalesce(array_agg(a.person_id ORDER BY a.id), '{}') AS people,
						         coalesce(array_agg(CAST(extract(epoch FROM coalesce(CAST(h.starts_at AS date) + a.left_at, h.ends_at)
						           - coalesce(CAST(h.starts_at AS date) + a.came_at, h.starts_at)) / 60 AS integer) ORDER BY a.id), '{}')
						           AS minutes,
						         coalesce(array_agg(a.remote OR s.mode IS NOT DISTINCT FROM 'DISTANCIEL' ORDER BY a.id), '{}') AS remote,
						         coalesce(array_agg((SELECT coalesce(string_agg(CAST(f.enrolment_id AS text), ' '), '')
						           FROM attendance_enrolment f WHERE f.attendance_id = a.id) ORDER BY a.id), '{}') AS stands
						  FROM half_day h JOIN attendance a ON a.half_day_id = h.id AND a.status = 'PRESENT'
						  WHERE h.session_id = s.id AND %s) there
						WHERE s.parcours_id = :parcours ORDER BY s.rank
						"""
					.formatted(SESSION_IN, ACTIVE, ACTIVE, REPRESENTED, HALF_DAY_IN),
				parcoursId, from, to)
			.query((row, n) -> new SessionRow(row.getInt("rank"), row.getString("title"), row.getString("state"),
					date(row, "day"), row.getBoolean("within"), ids(row.getArray("active")),
					ids(row.getArray("present")), stays(row)))
			.list();
	}

	private static List<Stay> stays(ResultSet row) throws SQLException {
		UUID[] people = (UUID[]) row.getArray("people").getArray();
		Integer[] minutes = (Integer[]) row.getArray("minutes").getArray();
		Boolean[] remote = (Boolean[]) row.getArray("remote").getArray();
		String[] stands = (String[]) row.getArray("stands").getArray();
		List<Stay> stays = new ArrayList<>();
		for (int i = 0; i < people.length; i++) {
			stays.add(new Stay(people[i], minutes[i], remote[i],
					Arrays.stream(stands[i].split(" ", -1))
						.filter((id) -> !id.isEmpty())
						.map(UUID::fromString)
						.collect(Collectors.toUnmodifiableSet())));
		}
		return stays;
	}

	List<EnrolmentRow> enrolments(UUID parcoursId, LocalDate from, LocalDate to) {
		return asked("""
				SELECT e.id, st.name, e.state = 'COMPLETED' AS completed,
				  e.takes_part && daterange(CAST(:from AS date), CAST(:to AS date), '[]') AS active,
				  coalesce(e.departement_then, '') AS departement, e.legal_form_then AS legal_form,
				  coalesce(btrim(e.sector_then), '') AS sector, e.distinct_service_users,
				  (EXISTS (SELECT FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				             JOIN collective_session s ON s.id = h.session_id
				             JOIN attendance_enrolment f ON f.attendance_id = a.id
				           WHERE f.enrolment_id = e.id AND a.status = 'PRESENT' AND s.state <> 'CANCELLED' AND %s)
				    OR EXISTS (SELECT FROM session_guest g JOIN collective_session s ON s.id = g.session_id
				               WHERE g.represents_enrolment_id = e.id AND s.state = 'HELD' AND %s)) AS engaged,
				  (SELECT count(*) FROM collective_session s
				   WHERE s.parcours_id = e.parcours_id AND s.state = 'HELD' AND %s AND %s AND %s) AS attended,
				  (SELECT count(*) FROM individual_meeting m
				   WHERE m.enrolment_id = e.id AND m.state = 'HELD' AND NOT m.extra AND %s) AS meetings,
				  (SELECT count(*) FROM individual_meeting m
				   WHERE m.enrolment_id = e.id AND m.state = 'HELD' AND NOT m.extra AND m.no_show AND %s) AS no_shows,
				  (SELECT count(*) FROM individual_meeting m
				   WHERE m.enrolment_id = e.id AND m.state = 'HELD' AND m.extra AND %s) AS extra,
				  ARRAY(SELECT al.entry_id FROM enrolment_aimed_level al WHERE al.enrolment_id = e.id) AS aims
				FROM enrolment e JOIN structure st ON st.id = e.structure_id
				WHERE e.parcours_id = :parcours ORDER BY lower(st.name), e.id
				""".formatted(HALF_DAY_IN, SESSION_IN, SESSION_IN, ACTIVE, REPRESENTED, MEETING_IN, MEETING_IN,
				MEETING_IN), parcoursId, from, to)
			.query((row, n) -> new EnrolmentRow(row.getObject("id", UUID.class), row.getString("name"),
					row.getBoolean("completed"), row.getBoolean("active"), row.getString("departement"),
					row.getString("legal_form"), row.getString("sector"), integer(row, "distinct_service_users"),
					row.getBoolean("engaged"), row.getInt("attended"), row.getInt("meetings"), row.getInt("no_shows"),
					row.getInt("extra"), ids(row.getArray("aims"))))
			.list();
	}

	List<ActionRow> actions(UUID parcoursId, LocalDate from, LocalDate to) {
		return asked(
				"""
						SELECT a.id, a.enrolment_id, st.name, a.title, a.state, a.level_id, theme.label AS theme, level.label AS level,
						  coalesce(level.beyond_concertation, false) AS beyond, a.starts_on, a.ends_on, a.people_reached,
						  a.people_involved, a.contributed_hours, a.volunteer_hours, a.valued_rate, a.valued_amount, a.learning,
						  a.shared_bilan, EXISTS (SELECT FROM bilan_withholding w
						    WHERE w.action_id = a.id AND w.given_back_at IS NULL) AS withheld, a.awaits_pilot AND a.confirmed_at IS NULL AS awaiting
						FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id JOIN structure st ON st.id = e.structure_id
						  JOIN parcours p ON p.id = e.parcours_id
						  LEFT JOIN taxonomy_entry theme ON theme.id = a.theme_id
						  LEFT JOIN taxonomy_entry level ON level.id = a.level_id
						WHERE e.parcours_id = :parcours AND CASE a.state
						  WHEN 'DONE' THEN coalesce(a.ends_on, a.starts_on) BETWEEN :from AND :to
						  WHEN 'ABANDONED' THEN coalesce(a.ends_on, a.starts_on, %1$s) BETWEEN :from AND :to
						  WHEN 'ONGOING' THEN coalesce(a.starts_on, %1$s) <= :to AND (a.ends_on IS NULL OR a.ends_on >= :from)
						  ELSE %1$s BETWEEN :from AND :to END
						ORDER BY lower(st.name), e.id, coalesce(a.ends_on, a.starts_on, %1$s), lower(a.title), a.id
						"""
					.formatted(LOGGED_ON),
				parcoursId, from, to)
			.query(FigureRows::action)
			.list();
	}

	/** The scale of the parcours, and any level still used beside it. */
	List<LevelRow> levels(UUID parcoursId) {
		return this.jdbc
			.sql("""
					SELECT t.id, t.label, t.beyond_concertation FROM taxonomy_entry t WHERE t.taxonomy = 'LEVEL' AND t.id IN (
					  SELECT fe.entry_id FROM framework_entry fe JOIN parcours p ON p.framework_id = fe.framework_id
					  WHERE p.id = :parcours
					  UNION SELECT a.level_id FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id
					  WHERE e.parcours_id = :parcours
					  UNION SELECT al.entry_id FROM enrolment_aimed_level al JOIN enrolment e ON e.id = al.enrolment_id
					  WHERE e.parcours_id = :parcours)
					ORDER BY t.rank, t.label, t.id
					""")
			.param("parcours", parcoursId)
			.query((row, n) -> new LevelRow(row.getObject("id", UUID.class), row.getString("label"),
					row.getBoolean("beyond_concertation")))
			.list();
	}

	List<TargetRow> targets(UUID parcoursId) {
		return this.jdbc
			.sql("""
					SELECT c.*, f.name, f.mention, f.logo, f.departements FROM convention c JOIN funder f ON f.id = c.funder_id
					WHERE c.parcours_id = :parcours ORDER BY f.name, c.number, c.id
					""")
			.param("parcours", parcoursId)
			.query((row,
					n) -> new TargetRow(new Figures.Target(row.getObject("id", UUID.class), row.getString("name"),
							row.getString("mention"), row.getString("number"), integer(row, "target_structures"),
							integer(row, "target_sessions"), integer(row, "target_meetings"),
							integer(row, "target_people"), integer(row, "target_actions"), row.getBigDecimal("amount"),
							date(row, "starts_on"), date(row, "ends_on"), row.getString("logo")),
							Departement.codes(row.getString("departements"))))
			.list();
	}

	/**
	 * F6: who was PRESENT among those expected (rule 4), half-day by half-day. A register
	 * that was countersigned expected those it names: nobody mandated since.
	 */
	Rate peoplePresence(UUID parcoursId, LocalDate from, LocalDate to) {
		return asked(
				"""
						SELECT count(*) AS expected, count(*) FILTER (WHERE EXISTS (SELECT FROM attendance a
						    WHERE a.half_day_id = due.half_day AND a.person_id = due.person_id AND a.status = 'PRESENT')) AS present
						FROM (SELECT DISTINCT h.id AS half_day, m.person_id
						      FROM half_day h JOIN collective_session s ON s.id = h.session_id AND s.state = 'HELD'
						        JOIN enrolment e ON e.parcours_id = s.parcours_id JOIN mandate m ON m.enrolment_id = e.id
						      WHERE s.parcours_id = :parcours AND %s
						        AND m.starts_on <= CAST(h.starts_at AS date)
						        AND (m.ends_on IS NULL OR m.ends_on > CAST(h.starts_at AS date))
						        AND e.takes_part @> CAST(h.starts_at AS date)
						        AND (NOT EXISTS (SELECT FROM register_seal r WHERE r.half_day_id = h.id)
						          OR EXISTS (SELECT FROM attendance a
						                     WHERE a.half_day_id = h.id AND a.person_id = m.person_id))) due
						"""
					.formatted(HALF_DAY_IN),
				parcoursId, from, to)
			.query((row, n) -> new Rate(row.getLong("present"), row.getLong("expected")))
			.single();
	}

	private JdbcClient.StatementSpec asked(String sql, UUID parcoursId, LocalDate from, LocalDate to) {
		return this.jdbc.sql(sql).param("parcours", parcoursId).param("from", from).param("to", to);
	}

	private static ActionRow action(ResultSet row, int n) throws SQLException {
		ActionLine line = new ActionLine(row.getString("name"), row.getString("title"), row.getString("state"),
				row.getString("theme"), row.getString("level"), row.getBoolean("beyond"), date(row, "starts_on"),
				date(row, "ends_on"), integer(row, "people_reached"), integer(row, "people_involved"),
				row.getBigDecimal("contributed_hours"), row.getBigDecimal("volunteer_hours"),
				row.getBigDecimal("valued_amount"), row.getString("learning"),
				row.getBoolean("shared_bilan") && !row.getBoolean("withheld"));
		return new ActionRow(row.getObject("id", UUID.class), row.getObject("enrolment_id", UUID.class),
				row.getObject("level_id", UUID.class), row.getBigDecimal("valued_rate"), row.getBoolean("awaiting"),
				row.getBoolean("shared_bilan") && row.getBoolean("withheld"), line);
	}

	private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

	private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
		return row.getObject(column, Integer.class);
	}

	private static Set<UUID> ids(Array array) throws SQLException {
		return Arrays.stream((Object[]) array.getArray()).map(UUID.class::cast).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * @param former what was last published, by the same formulas, of a period that ends
	 * earlier
	 */
	record ParcoursRow(int meetingCount, boolean closed, boolean asksPeople, boolean hasScale, int guests,
			Figures.@Nullable Former former) {
	}

	/**
	 * @param active the enrolments that took part that day
	 * @param present those of which somebody was there, or that a guest stood for
	 * @param stays at its half-days of the period
	 */
	record SessionRow(int rank, String title, String state, @Nullable LocalDate day, boolean within, Set<UUID> active,
			Set<UUID> present, List<Stay> stays) {

		/** For some enrolments alone. */
		SessionRow of(Set<UUID> some) {
			return new SessionRow(this.rank, this.title, this.state, this.day, this.within, common(this.active, some),
					common(this.present, some),
					this.stays.stream().filter((stay) -> !Collections.disjoint(stay.enrolments(), some)).toList());
		}

		private static Set<UUID> common(Set<UUID> ids, Set<UUID> some) {
			return ids.stream().filter(some::contains).collect(Collectors.toUnmodifiableSet());
		}

		boolean counted() {
			return this.within && is("HELD");
		}

		boolean is(String one) {
			return one.equals(this.state);
		}

	}

	/**
	 * Somebody who was there at one half-day.
	 *
	 * @param enrolments those they stood for
	 */
	record Stay(UUID person, int minutes, boolean remote, Set<UUID> enrolments) {
	}

	/** What was promised to a funder, and the codes of its départements. */
	record TargetRow(Figures.Target target, List<String> departements) {
	}

	record EnrolmentRow(UUID id, String name, boolean completed, boolean active, String departement, String legalForm,
			String sector, @Nullable Integer distinct, boolean engaged, int attended, int meetings, int noShows,
			int extra, Set<UUID> aims) {
	}

	record ActionRow(UUID id, UUID enrolmentId, @Nullable UUID levelId, @Nullable BigDecimal rate, boolean awaiting,
			boolean withheld, ActionLine line) {

		boolean is(String state) {
			return state.equals(this.line.state());
		}

	}

	record LevelRow(UUID id, String label, boolean beyond) {
	}

}
