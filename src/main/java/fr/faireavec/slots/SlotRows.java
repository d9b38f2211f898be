package fr.faireavec.slots;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Zones;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the slots to come, in one statement. What takes a facilitator's time elsewhere
 * hides hers as long as it stands: they come back by themselves once it is gone.
 */
@Component
public class SlotRows {

	private final JdbcClient jdbc;

	private final Clock clock;

	SlotRows(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Those of a parcours, taken or not, the next first. */
	public List<SlotRow> of(UUID parcoursId) {
		return this.jdbc
			.sql("""
					SELECT t.id, t.starts_at, t.ends_at, t.mode, t.place, t.facilitator_id,
					       f.given_name || ' ' || f.family_name AS facilitator, f.email, t.meeting_id, s.name AS structure,
					       CASE WHEN a.disabled_at IS NOT NULL THEN 'CLOSED'
					            WHEN EXISTS (SELECT FROM individual_meeting o WHERE o.facilitator_id = t.facilitator_id
					                         AND o.state IN ('SCHEDULED', 'HELD') AND o.starts_at < t.ends_at
					                         AND o.ends_at > t.starts_at) THEN 'MEETING'
					            WHEN NOT t.over_session AND EXISTS (SELECT FROM collective_session d
					                         JOIN parcours_facilitator r ON r.parcours_id = d.parcours_id
					                         WHERE r.person_id = t.facilitator_id AND d.state IN ('RESERVED', 'SCHEDULED', 'HELD')
					                         AND d.starts_at < t.ends_at AND d.ends_at > t.starts_at) THEN 'SESSION'
					       END AS hindrance
					FROM meeting_slot t JOIN person f ON f.id = t.facilitator_id
					  LEFT JOIN account a ON a.person_id = f.id
					  LEFT JOIN individual_meeting m ON m.id = t.meeting_id
					  LEFT JOIN enrolment e ON e.id = m.enrolment_id
					  LEFT JOIN structure s ON s.id = e.structure_id
					WHERE t.parcours_id = :parcours AND t.ended_at IS NULL AND t.starts_at > :now
					ORDER BY t.starts_at, facilitator, t.id
					""")
			.param("parcours", parcoursId)
			.param("now", LocalDateTime.now(this.clock.withZone(Zones.PARIS)))
			.query((row, n) -> row(row))
			.list();
	}

	/** Those that somebody may take now. */
	public List<SlotRow> free(UUID parcoursId) {
		return of(parcoursId).stream().filter(SlotRow::isFree).toList();
	}

	/** The one a meeting to come has taken. */
	public Optional<SlotRow> takenBy(UUID parcoursId, UUID meetingId) {
		return of(parcoursId).stream().filter((row) -> meetingId.equals(row.meetingId())).findFirst();
	}

	private static SlotRow row(ResultSet row) throws SQLException {
		UUID meeting = row.getObject("meeting_id", UUID.class);
		String hindrance = row.getString("hindrance");
		return new SlotRow(row.getObject("id", UUID.class),
				new TimeSlot(row.getObject("starts_at", LocalDateTime.class),
						row.getObject("ends_at", LocalDateTime.class)),
				Mode.valueOf(row.getString("mode")), row.getString("place"),
				row.getObject("facilitator_id", UUID.class), row.getString("facilitator"), row.getString("email"),
				meeting, row.getString("structure"),
				(meeting == null && hindrance != null) ? SlotRow.Hindrance.valueOf(hindrance) : null);
	}

}
