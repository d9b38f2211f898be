package fr.faireavec.narratives;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** In a narrative being written, a name may stand; of who wrote it, nothing is kept. */
@Component
class NarrativeData implements PersonalDataHolder {

	private final PersonalRecords records;

	NarrativeData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<FreeText> texts() {
		return List.of(this.records.texts("privacy.text.narrative", "narrative_section", List.of("words"),
				"narrative_section t JOIN parcours p ON p.id = t.parcours_id", "t.parcours_id", "p.name"));
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of();
	}

	@Override
	public List<Fate> fates() {
		return List.of();
	}

	@Override
	public void erase(Subject subject, Instant at) {
	}

}
