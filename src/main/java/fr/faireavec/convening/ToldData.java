package fr.faireavec.convening;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** Which dates somebody was told of, and when: forgotten with them. */
@Component
class ToldData implements PersonalDataHolder {

	private final PersonalRecords records;

	ToldData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.told", """
				SELECT starts_at AS "calendar_told.starts_at", ends_at AS "calendar_told.ends_at",
				       news AS "calendar_told.news", told_at AS "calendar_told.told_at"
				FROM calendar_told WHERE person_id = :person ORDER BY told_at"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.told", "SELECT count(*) FROM calendar_told WHERE person_id = :person"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM calendar_told WHERE person_id = :person", subject, at);
	}

}
