package fr.faireavec.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who spoke at a day has no account: erased by their name, whole. */
@Component
class SpeakerData implements PersonalDataHolder {

	private final PersonalRecords records;

	private final JdbcClient jdbc;

	SpeakerData(PersonalRecords records, JdbcClient jdbc) {
		this.records = records;
		this.jdbc = jdbc;
	}

	@Override
	public List<FreeText> texts() {
		return List.of(new FreeText("privacy.text.speaker",
				"""
						SELECT g.id, s.parcours_id, false AS own,
						       p.name || coalesce(', ' || nullif(g.organisation, ''), '') AS place, 'name' AS part, g.name AS words,
						       120 AS longest
						FROM guest_speaker g JOIN collective_session s ON s.id = g.session_id
						  JOIN parcours p ON p.id = s.parcours_id WHERE g.name <> '%s'"""
					.formatted(PersonalRecords.NOBODY),
				this::forget)
			.ofNames());
	}

	private boolean forget(UUID id, Map<String, Change> parts) {
		return this.jdbc.sql("""
				UPDATE guest_speaker SET name = :nobody, organisation = '', email = NULL, version = version + 1
				WHERE id = :id AND name = :before""")
			.param("nobody", PersonalRecords.NOBODY)
			.param("id", id)
			.param("before", parts.values().iterator().next().before())
			.update() == 1;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of();
	}

	@Override
	public List<Fate> fates() {
		return List.of();
	}

	/** An address of theirs says who it is, whatever the name. */
	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("""
				UPDATE guest_speaker SET email = NULL, version = version + 1 WHERE lower(email) IN (:addresses)""",
				subject, at);
	}

}
