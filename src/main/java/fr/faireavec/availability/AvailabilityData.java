package fr.faireavec.availability;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** What somebody can never do: theirs to read, and gone with them. */
@Component
class AvailabilityData implements PersonalDataHolder {

	private final PersonalRecords records;

	AvailabilityData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.availability", """
				SELECT never AS "standing_constraint.never", said_at AS "standing_constraint.said_at"
				FROM standing_constraint WHERE person_id = :person ORDER BY never"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.availability",
				"SELECT count(*) FROM standing_constraint WHERE person_id = :person"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM standing_constraint WHERE person_id = :person", subject, at);
	}

}
