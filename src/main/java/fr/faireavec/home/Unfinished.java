package fr.faireavec.home;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Days that are over, of which something is still open: a half-day's sheet, minutes. */
@Component
public class Unfinished {

	private final JdbcClient jdbc;

	Unfinished(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** In the order of the programme, in one statement. */
	public List<Day> of(UUID parcoursId, LocalDateTime now) {
		return this.jdbc.sql("""
				SELECT s.rank, s.state = 'HELD' AS held, s.minutes = '' AS mute,
				       count(*) FILTER (WHERE seal.half_day_id IS NULL) AS open_halves,
				       min(h.ordinal) FILTER (WHERE seal.half_day_id IS NULL) AS first_open
				FROM collective_session s JOIN half_day h ON h.session_id = s.id
				  LEFT JOIN register_seal seal ON seal.half_day_id = h.id
				WHERE s.parcours_id = :parcours AND s.state IN ('SCHEDULED', 'HELD') AND s.ends_at < :now
				GROUP BY s.id ORDER BY s.rank
				""")
			.param("parcours", parcoursId)
			.param("now", now)
			.query((row, n) -> new Day(row.getInt("rank"), row.getBoolean("held"), row.getBoolean("mute"),
					row.getInt("open_halves"), row.getObject("first_open", Integer.class)))
			.list();
	}

	/**
	 * What is open of one day.
	 *
	 * @param mute no minutes were written
	 * @param openHalves how many half-days nobody closed; the first of them is
	 * {@code firstOpen}, null where there is none
	 */
	public record Day(int rank, boolean held, boolean mute, int openHalves, @Nullable Integer firstOpen) {
	}

}
