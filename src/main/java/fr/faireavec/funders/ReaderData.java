package fr.faireavec.funders;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** For which funders somebody reads: they read no longer, and the line stays nameless. */
@Component
class ReaderData implements PersonalDataHolder {

	private final PersonalRecords records;

	ReaderData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.readings", """
				SELECT f.name AS "funder.name", r.named_at AS "funder_reader.named_at",
				       r.removed_at AS "funder_reader.removed_at"
				FROM funder_reader r JOIN funder f ON f.id = r.funder_id
				WHERE r.person_id = :person ORDER BY r.named_at, r.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.readings", "SELECT count(*) FROM funder_reader WHERE person_id = :person",
				"privacy.kept.counts"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("""
				UPDATE funder_reader SET removed_at = :at, version = version + 1
				WHERE person_id = :person AND removed_at IS NULL""", subject, at);
	}

}
