package fr.faireavec.imports;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.Ids;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that were shown and wait to be confirmed, on whichever instance: one a person,
 * for an hour, forgotten once confirmed.
 */
@Component
@Transactional
public class ImportDrafts {

	static final Duration LIFETIME = Duration.ofHours(1);

	private final JdbcClient jdbc;

	private final Clock clock;

	ImportDrafts(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Keeps a text until it is confirmed, in place of the one before. */
	public UUID keep(UUID personId, UUID parcoursId, String text) {
		UUID id = Ids.next();
		this.jdbc.sql("""
				INSERT INTO import_draft (person_id, id, parcours_id, content, kept_at)
				VALUES (:person, :id, :parcours, :content, :now)
				ON CONFLICT (person_id) DO UPDATE
				SET id = :id, parcours_id = :parcours, content = :content, kept_at = :now
				""")
			.param("person", personId)
			.param("id", id)
			.param("parcours", parcoursId)
			.param("content", text)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		return id;
	}

	/** The text this person was shown under this id, for this parcours, not long ago. */
	@Transactional(readOnly = true)
	public Optional<String> find(UUID personId, UUID parcoursId, String id) {
		return this.jdbc.sql("""
				SELECT content FROM import_draft
				WHERE person_id = :person AND parcours_id = :parcours AND id::text = :id AND kept_at > :then
				""")
			.param("person", personId)
			.param("parcours", parcoursId)
			.param("id", id)
			.param("then", Timestamp.from(this.clock.instant().minus(LIFETIME)))
			.query(String.class)
			.optional();
	}

	public void forget(UUID personId) {
		this.jdbc.sql("DELETE FROM import_draft WHERE person_id = :person").param("person", personId).update();
	}

}
