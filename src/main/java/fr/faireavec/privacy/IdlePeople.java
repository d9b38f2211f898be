package fr.faireavec.privacy;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has shown no sign of life for long: no visit, nothing done, no mandate, no presence
 * at a session. Whoever a parcours still counts on is never idle.
 */
@Component
class IdlePeople {

	private static final String LAST_SIGN = """
			greatest(p.created_at, a.created_at,
			  (SELECT max(r.happened_at) FROM audit_row r WHERE r.actor_id IN (SELECT sheets(p.id))),
			  (SELECT max(to_timestamp(s.last_access_time / 1000.0)) FROM spring_session s
			    WHERE s.principal_name = a.id::text),
			  (SELECT max(b.last_at) FROM known_browser b WHERE b.account_id = a.id),
			  (SELECT max(l.recorded_at) FROM attendance l WHERE l.person_id = p.id),
			  (SELECT max(m.ends_on)::timestamptz FROM mandate m WHERE m.person_id = p.id))""";

	private static final String COUNTED_ON = """
			EXISTS (SELECT 1 FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id
			    JOIN parcours c ON c.id = e.parcours_id
			  WHERE m.person_id = p.id AND m.state = 'ACTIVE' AND c.status NOT IN ('ARCHIVED', 'CANCELLED'))
			OR EXISTS (SELECT 1 FROM parcours_facilitator f JOIN parcours c ON c.id = f.parcours_id
			  WHERE f.person_id = p.id AND c.status NOT IN ('CLOSED', 'ARCHIVED', 'CANCELLED'))
			OR (a.role = 'ADMIN' AND a.disabled_at IS NULL AND NOT EXISTS (SELECT 1 FROM account o
			  WHERE o.id <> a.id AND o.role = 'ADMIN' AND o.disabled_at IS NULL))""";

	private final JdbcClient jdbc;

	IdlePeople(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Silent since before that moment, and not told yet. */
	List<UUID> toWarn(Instant before, int most) {
		return ids("w.person_id IS NULL", before, Instant.EPOCH, most);
	}

	/** Silent since before that moment, and told long enough ago. */
	List<UUID> toForget(Instant before, Instant warnedBefore, int most) {
		return ids("w.warned_at < :warned", before, warnedBefore, most);
	}

	private List<UUID> ids(String warned, Instant before, Instant warnedBefore, int most) {
		return this.jdbc
			.sql("""
					SELECT p.id FROM person p LEFT JOIN account a ON a.person_id = p.id
					  LEFT JOIN idle_warning w ON w.person_id = p.id
					WHERE p.erased_at IS NULL AND p.reunited_with IS NULL AND %s AND %s < :before AND NOT (%s) ORDER BY p.id LIMIT :most
					"""
				.formatted(warned, LAST_SIGN, COUNTED_ON))
			.param("before", Timestamp.from(before))
			.param("warned", Timestamp.from(warnedBefore))
			.param("most", most)
			.query((row, number) -> row.getObject(1, UUID.class))
			.list();
	}

	/** Whoever came in, or is counted on again, starts anew. */
	int welcomeBack() {
		return this.jdbc.sql("""
				DELETE FROM idle_warning WHERE person_id IN (
				  SELECT p.id FROM idle_warning w JOIN person p ON p.id = w.person_id
				    LEFT JOIN account a ON a.person_id = p.id
				  WHERE %s >= w.warned_at OR (%s))""".formatted(LAST_SIGN, COUNTED_ON)).update();
	}

	void warned(UUID personId, Instant at) {
		this.jdbc.sql("INSERT INTO idle_warning (person_id, warned_at) VALUES (:person, :at) ON CONFLICT DO NOTHING")
			.param("person", personId)
			.param("at", Timestamp.from(at))
			.update();
	}

	boolean isWarned(UUID personId) {
		return this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM idle_warning WHERE person_id = :person)")
			.param("person", personId)
			.query(Boolean.class)
			.single();
	}

}
