package fr.faireavec.imports;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** A file that waits to be confirmed goes with whoever brought it, or is named in it. */
@Component
class DraftData implements PersonalDataHolder {

	private final PersonalRecords records;

	DraftData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of();
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.drafts",
				"SELECT count(*) FROM import_draft WHERE person_id = :person OR content ~* :pattern"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM import_draft WHERE person_id = :person OR content ~* :pattern", subject, at);
	}

}
