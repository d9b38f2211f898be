package fr.faireavec.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a row for every {@link Audited} event, and reads them back. */
@Component
public class AuditTrail {

	private static final int LONGEST_LABEL = 300;

	private static final TypeReference<LinkedHashMap<String, List<@Nullable String>>> CHANGES = new TypeReference<>() {
	};

	private static final String FROM = """
			FROM audit_row a LEFT JOIN person q ON q.id = a.actor_id
			  LEFT JOIN person p ON p.id = coalesce(q.reunited_with, q.id) LEFT JOIN parcours r ON r.id = a.parcours_id
			""";

	private static final String READ = """
			SELECT a.id, a.happened_at, a.what, a.subject_id, a.label, a.changes::text AS changes,
			       p.given_name || ' ' || p.family_name AS actor, r.name AS parcours
			""" + FROM;

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final CurrentActor actor;

	private final Clock clock;

	AuditTrail(JdbcClient jdbc, JsonMapper json, CurrentActor actor, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.actor = actor;
		this.clock = clock;
	}

	@EventListener
	void record(Audited event) {
		String label = event.label();
		this.jdbc.sql("""
				INSERT INTO audit_row (id, happened_at, actor_id, what, subject_id, parcours_id, label, changes)
				VALUES (:id, :at, :actor, :what, :subject, :parcours, :label, :changes::jsonb)
				""")
			.param("id", Ids.next())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("actor", this.actor.personId(), java.sql.Types.OTHER)
			.param("what", event.what())
			.param("subject", event.subjectId())
			.param("parcours", event.parcoursId(), java.sql.Types.OTHER)
			.param("label", label.substring(0, Math.min(label.length(), LONGEST_LABEL)))
			.param("changes", this.json.writeValueAsString(event.changes().asMap()))
			.update();
	}

	/** What happened in a parcours, the newest first. */
	public List<Entry> ofParcours(UUID parcoursId, int offset, int limit) {
		return page(new AuditFilter(null, null, "", "", parcoursId, ""), offset, limit);
	}

	/** Some of what was done, the newest first. */
	public List<Entry> page(AuditFilter filter, int offset, int limit) {
		return this.jdbc
			.sql(READ + "WHERE " + filter.condition()
					+ " ORDER BY a.happened_at DESC, a.id DESC OFFSET :offset LIMIT :limit")
			.params(filter.values())
			.param("offset", offset)
			.param("limit", limit)
			.query(this::entry)
			.list();
	}

	public long count(AuditFilter filter) {
		return this.jdbc.sql("SELECT count(*) " + FROM + "WHERE " + filter.condition())
			.params(filter.values())
			.query(Long.class)
			.single();
	}

	/** What happened to one thing or one person, the newest first. */
	public List<Entry> about(UUID subjectId, int limit) {
		return this.jdbc.sql(READ
				+ "WHERE a.subject_id IN (SELECT sheets(:subject)) ORDER BY a.happened_at DESC, a.id DESC LIMIT :limit")
			.param("subject", subjectId)
			.param("limit", limit)
			.query(this::entry)
			.list();
	}

	/**
	 * What happened anywhere, the newest first.
	 * @param before the id of the last row already read, or null from the newest on
	 */
	public List<Entry> matching(AuditFilter filter, @Nullable UUID before, int limit) {
		Map<String, Object> values = new LinkedHashMap<>(filter.values());
		StringBuilder where = new StringBuilder("WHERE " + filter.condition());
		if (before != null) {
			where.append(
					" AND (a.happened_at, a.id) < (SELECT b.happened_at, b.id FROM audit_row b WHERE b.id = :before)");
			values.put("before", before);
		}
		values.put("limit", limit);
		return this.jdbc.sql(READ + where + " ORDER BY a.happened_at DESC, a.id DESC LIMIT :limit")
			.params(values)
			.query(this::entry)
			.list();
	}

	private Entry entry(ResultSet row, int n) throws SQLException {
		return new Entry(row.getObject("id", UUID.class), row.getTimestamp("happened_at").toInstant(),
				row.getString("actor"), row.getString("what"), row.getObject("subject_id", UUID.class),
				row.getString("label"), row.getString("parcours"),
				this.json.readValue(row.getString("changes"), CHANGES));
	}

	/**
	 * One line of a history: when, who (null when the application did it), what, to what
	 * or to whom, and in which parcours, if any.
	 */
	public record Entry(UUID id, Instant at, @Nullable String actor, String what, UUID subject, String label,
			@Nullable String parcours, Map<String, List<@Nullable String>> changes) {
	}

}
