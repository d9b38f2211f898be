package fr.faireavec.imports;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A file that waits to be confirmed goes with whoever brought it, or is named in it. */
@Component
class DraftData implements PersonalDataHolder {

	private final PersonalRecords records;

	private final JdbcClient jdbc;

	DraftData(PersonalRecords records, JdbcClient jdbc) {
		this.records = records;
		this.jdbc = jdbc;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of();
	}

	/**
	 * A list that names them is not one without them: the whole of it goes, to be sent
	 * again.
	 */
	@Override
	public List<FreeText> texts() {
		return List.of(new FreeText("privacy.text.draft", """
				SELECT d.id, d.parcours_id, EXISTS (SELECT 1 FROM unnest(ARRAY[:addresses]::text[]) a
				  WHERE strpos(lower(d.content), a) > 0) AS own, p.name AS place, 'content' AS part,
				  d.content AS words, NULL::integer AS longest
				FROM import_draft d JOIN parcours p ON p.id = d.parcours_id WHERE d.person_id <> :person""",
				(id, parts) -> this.jdbc.sql("DELETE FROM import_draft WHERE id = :id").param("id", id).update() == 1));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.drafts", "SELECT count(*) FROM import_draft WHERE person_id = :person"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM import_draft WHERE person_id = :person", subject, at);
	}

}
