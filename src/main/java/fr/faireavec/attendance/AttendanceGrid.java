package fr.faireavec.attendance;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Structures × sessions: who was there, in one statement. */
@Component
public class AttendanceGrid {

	private final JdbcClient jdbc;

	AttendanceGrid(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What was recorded in a parcours so far. */
	public Cells of(UUID parcoursId) {
		Cells cells = new Cells(new HashMap<>());
		this.jdbc.sql("""
				WITH people AS (
				  SELECT f.enrolment_id, s.rank, a.person_id,
				         bool_or(a.status = 'PRESENT') AS present, bool_or(a.status = 'EXCUSED') AS excused
				  FROM attendance a JOIN attendance_enrolment f ON f.attendance_id = a.id
				    JOIN half_day h ON h.id = a.half_day_id
				    JOIN collective_session s ON s.id = h.session_id
				  WHERE s.parcours_id = :parcours GROUP BY f.enrolment_id, s.rank, a.person_id),
				lines AS (
				  SELECT enrolment_id, rank, present, NOT present AND excused AS excused,
				         NOT present AND NOT excused AS absent, false AS represented FROM people
				  UNION ALL
				  SELECT g.represents_enrolment_id, s.rank, false, false, false, true
				  FROM session_guest g JOIN collective_session s ON s.id = g.session_id
				  WHERE s.parcours_id = :parcours AND g.represents_enrolment_id IS NOT NULL)
				SELECT enrolment_id, rank, count(*) FILTER (WHERE present) AS present,
				       count(*) FILTER (WHERE excused) AS excused, count(*) FILTER (WHERE absent) AS absent,
				       bool_or(represented) AS represented
				FROM lines GROUP BY enrolment_id, rank
				""")
			.param("parcours", parcoursId)
			.query((RowCallbackHandler) (row) -> cells.put(row.getObject("enrolment_id", UUID.class),
					row.getInt("rank"), new Cell(row.getInt("present"), row.getInt("excused"), row.getInt("absent"),
							row.getBoolean("represented"))));
		return cells;
	}

	/**
	 * One structure on one day, in people: present at a half-day at least; else excused
	 * at one; else absent. Represented: a guest stood for it.
	 */
	public record Cell(int present, int excused, int absent, boolean represented) {

		/** F7's question: somebody of the structure was there. */
		public boolean isThere() {
			return this.present > 0 || this.represented;
		}

	}

	/** The grid; nothing where no attendance was taken. */
	public record Cells(Map<UUID, Map<Integer, Cell>> byEnrolment) {

		private void put(UUID enrolmentId, int rank, Cell cell) {
			this.byEnrolment.computeIfAbsent(enrolmentId, (id) -> new HashMap<>()).put(rank, cell);
		}

		public Optional<Cell> at(UUID enrolmentId, int rank) {
			return Optional.ofNullable(this.byEnrolment.getOrDefault(enrolmentId, Map.of()).get(rank));
		}

	}

}
