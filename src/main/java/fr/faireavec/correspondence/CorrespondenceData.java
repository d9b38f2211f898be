package fr.faireavec.correspondence;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** What the animation added to letters: a name is taken out of it. */
@Component
class CorrespondenceData implements PersonalDataHolder {

	private final PersonalRecords records;

	CorrespondenceData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<FreeText> texts() {
		return List.of(this.records.texts("privacy.text.letterNote", "letter_choice", List.of("note"),
				"letter_choice t JOIN parcours p ON p.id = t.parcours_id", "t.parcours_id", "p.name"));
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
