package fr.faireavec.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.journal.ActionState;
import fr.faireavec.parcours.Seat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The actions of a cohort by their dates, as far as somebody reads them: all for the
 * animation; for a structure its own, and those that were shared with the cohort.
 */
@Component
@Transactional(readOnly = true)
public class ActionCalendar {

	/**
	 * Those a seat reads, of those that have a date: one day when the other is not known.
	 */
	private static final String READ = """
			SELECT a.id, e.id AS enrolment_id, a.title, s.name, a.state, coalesce(a.starts_on, a.ends_on) AS starts_on,
			  coalesce(a.ends_on, a.starts_on) AS ends_on
			FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id JOIN structure s ON s.id = e.structure_id
			WHERE e.parcours_id = :parcours AND coalesce(a.starts_on, a.ends_on) IS NOT NULL
			  AND (:all OR a.shared_cohort OR e.id = ANY (:own))
			""";

	private final JdbcClient jdbc;

	ActionCalendar(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Those of a month, the first first. */
	public List<DatedAction> of(Seat seat, YearMonth month) {
		return read(seat,
				"AND coalesce(a.starts_on, a.ends_on) <= :to AND coalesce(a.ends_on, a.starts_on) >= :from"
						+ " ORDER BY starts_on, lower(a.title), a.id")
			.param("from", month.atDay(1))
			.param("to", month.atEndOfMonth())
			.query(ActionCalendar::action)
			.list();
	}

	/** The first and the last day that any of them has; empty when none has a date. */
	public Optional<Span> span(Seat seat) {
		return this.jdbc
			.sql("SELECT min(starts_on) AS first_day, max(ends_on) AS last_day FROM (" + READ + ") AS dated")
			.params(Map.of("parcours", seat.parcours().getId(), "all", seat instanceof Seat.Running, "own", own(seat)))
			.query(ActionCalendar::span)
			.single();
	}

	/** From one day to another, both included. */
	public record Span(LocalDate from, LocalDate to) {
	}

	private JdbcClient.StatementSpec read(Seat seat, String more) {
		return this.jdbc.sql(READ + more)
			.param("parcours", seat.parcours().getId())
			.param("all", seat instanceof Seat.Running)
			.param("own", own(seat));
	}

	private static UUID[] own(Seat seat) {
		return (seat instanceof Seat.Piloting piloting) ? piloting.enrolmentIds().toArray(UUID[]::new) : new UUID[0];
	}

	private static Optional<Span> span(ResultSet row, int n) throws SQLException {
		LocalDate first = row.getObject("first_day", LocalDate.class);
		return (first == null) ? Optional.empty()
				: Optional.of(new Span(first, row.getObject("last_day", LocalDate.class)));
	}

	private static DatedAction action(ResultSet row, int n) throws SQLException {
		LocalDate starts = row.getObject("starts_on", LocalDate.class);
		LocalDate ends = row.getObject("ends_on", LocalDate.class);
		return new DatedAction(row.getObject("id", UUID.class), row.getObject("enrolment_id", UUID.class),
				row.getString("title"), row.getString("name"), ActionState.valueOf(row.getString("state")), starts,
				starts.equals(ends) ? null : ends);
	}

}
