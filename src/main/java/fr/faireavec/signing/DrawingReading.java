package fr.faireavec.signing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.attendance.SignatureDrawings;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads signatures to be drawn on documents. */
@Component
class DrawingReading implements SignatureDrawings {

	private final JdbcClient jdbc;

	DrawingReading(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<Signed, Drawing> of(Collection<UUID> halfDayIds) {
		Map<Signed, Drawing> drawings = new HashMap<>();
		if (!halfDayIds.isEmpty()) {
			this.jdbc.sql("""
					SELECT s.half_day_id, coalesce(a.person_id, s.guest_id) AS signer, s.strokes, s.written, s.remote,
					  s.shared
					FROM signature s LEFT JOIN attendance a ON a.id = s.attendance_id
					WHERE s.half_day_id IN (:halfDays)""")
				.param("halfDays", List.copyOf(halfDayIds))
				.query((RowCallbackHandler) (row) -> drawings.put(
						new Signed(row.getObject("half_day_id", UUID.class), row.getObject("signer", UUID.class)),
						drawing(row, row.getBoolean("remote"), row.getBoolean("shared"))));
		}
		return drawings;
	}

	@Override
	public Map<UUID, Drawing> ofMeeting(UUID meetingId) {
		Map<UUID, Drawing> drawings = new HashMap<>();
		this.jdbc.sql("SELECT person_id, strokes, written FROM meeting_signature WHERE meeting_id = :meeting")
			.param("meeting", meetingId)
			.query((RowCallbackHandler) (row) -> drawings.put(row.getObject("person_id", UUID.class),
					drawing(row, false, false)));
		return drawings;
	}

	private static Drawing drawing(ResultSet row, boolean remote, boolean shared) throws SQLException {
		String strokes = row.getString("strokes");
		boolean drawn = !strokes.isEmpty();
		return new Drawing(drawn ? Ink.of(strokes).path() : null, Ink.WIDTH, Ink.HEIGHT,
				drawn ? null : row.getString("written"), remote, shared);
	}

}
