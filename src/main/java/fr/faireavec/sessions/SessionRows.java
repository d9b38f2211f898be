package fr.faireavec.sessions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the days of a parcours for lists, in one statement. */
@Component
public class SessionRows {

	private final JdbcClient jdbc;

	SessionRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the order of the programme. */
	public List<SessionRow> of(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT id, rank, title, state, starts_at, ends_at, mode, venue
				FROM collective_session WHERE parcours_id = :parcours ORDER BY rank
				""").param("parcours", parcoursId).query((row, n) -> row(row)).list();
	}

	private static SessionRow row(ResultSet row) throws SQLException {
		return new SessionRow(row.getObject("id", UUID.class), row.getInt("rank"), row.getString("title"),
				SessionState.valueOf(row.getString("state")), slot(row), mode(row), row.getString("venue"));
	}

	static @Nullable TimeSlot slot(ResultSet row) throws SQLException {
		LocalDateTime start = row.getObject("starts_at", LocalDateTime.class);
		return (start != null) ? new TimeSlot(start, row.getObject("ends_at", LocalDateTime.class)) : null;
	}

	static @Nullable Mode mode(ResultSet row) throws SQLException {
		String mode = row.getString("mode");
		return (mode != null) ? Mode.valueOf(mode) : null;
	}

}
