package fr.faireavec.home;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.kernel.Zones;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The roles nobody stores, which follow from mandates and readings: a structure to pilot,
 * bilans to read. One statement.
 */
@Component
public class OtherRoles {

	private final JdbcClient jdbc;

	private final Clock clock;

	OtherRoles(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public Of of(UUID personId) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		return this.jdbc
			.sql("""
					SELECT (SELECT m.role FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
					          JOIN parcours p ON p.id = e.parcours_id AND p.status NOT IN ('ARCHIVED', 'CANCELLED')
					        WHERE e.takes_part @> CAST(:today AS date) AND m.person_id = :person AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on > :today)
					        ORDER BY m.role DESC LIMIT 1) AS mandate,
					       EXISTS (SELECT 1 FROM funder_reader r WHERE r.person_id = :person AND r.removed_at IS NULL) AS reads
					""")
			.param("person", personId)
			.param("today", today)
			.query((row, n) -> {
				String mandate = row.getString("mandate");
				return new Of("PILOT".equals(mandate), "COPILOT".equals(mandate), row.getBoolean("reads"));
			})
			.single();
	}

	/** Any of the three may be true at once. */
	public record Of(boolean pilots, boolean copilots, boolean reads) {

		public boolean isMandated() {
			return this.pilots || this.copilots;
		}

	}

}
