package fr.faireavec.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the individual meetings of a parcours for lists, in one statement. */
@Component
public class MeetingRows {

	private final JdbcClient jdbc;

	MeetingRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** By structure, then in the order of the programme. */
	public List<MeetingRow> of(UUID parcoursId) {
		return rows(parcoursId, List.of());
	}

	/** Those of one structure alone. */
	public List<MeetingRow> ofEnrolment(UUID parcoursId, UUID enrolmentId) {
		return ofEnrolments(parcoursId, List.of(enrolmentId));
	}

	/** Those of some structures alone, one at least. */
	public List<MeetingRow> ofEnrolments(UUID parcoursId, List<UUID> enrolmentIds) {
		return rows(parcoursId, enrolmentIds);
	}

	private List<MeetingRow> rows(UUID parcoursId, List<UUID> enrolmentIds) {
		return this.jdbc.sql("""
				SELECT m.id, m.enrolment_id, s.name AS structure, m.rank, m.extra, m.after_session_rank, m.purpose,
				       m.state, m.starts_at, m.ends_at, f.given_name || ' ' || f.family_name AS facilitator, m.place,
				       m.no_show
				FROM individual_meeting m
				  JOIN enrolment e ON e.id = m.enrolment_id
				  JOIN structure s ON s.id = e.structure_id
				  LEFT JOIN person f ON f.id = m.facilitator_id
				WHERE e.parcours_id = :parcours AND (:all OR e.id = ANY(ARRAY[:enrolments]::uuid[]))
				ORDER BY s.name, e.id, m.rank
				""")
			.param("parcours", parcoursId)
			.param("all", enrolmentIds.isEmpty())
			.param("enrolments", enrolmentIds)
			.query((row, n) -> row(row))
			.list();
	}

	private static MeetingRow row(ResultSet row) throws SQLException {
		return new MeetingRow(row.getObject("id", UUID.class), row.getObject("enrolment_id", UUID.class),
				row.getString("structure"), row.getInt("rank"), row.getBoolean("extra"),
				row.getObject("after_session_rank", Integer.class), row.getString("purpose"),
				MeetingState.valueOf(row.getString("state")), SessionRows.slot(row), row.getString("facilitator"),
				row.getString("place"), row.getBoolean("no_show"));
	}

}
