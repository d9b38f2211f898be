package fr.faireavec.journal;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/**
 * What somebody began to write goes with them; in what others began, a name may stand.
 */
@Component
class ActionDraftData implements PersonalDataHolder {

	private static final List<String> WORDS = List.of("title", "description", "learning", "rest");

	private final PersonalRecords records;

	ActionDraftData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<String> seats() {
		return List.of("SELECT parcours_id FROM action_draft WHERE person_id = :person");
	}

	@Override
	public List<FreeText> texts() {
		return List.of(this.records.texts("privacy.text.begun", "action_draft", WORDS,
				"action_draft t JOIN parcours p ON p.id = t.parcours_id", "t.parcours_id", "p.name"));
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.begun", """
				SELECT p.name AS "parcours.name", d.kept_at AS "action_draft.kept_at", d.title AS "action_draft.title",
				       d.description AS "action_draft.description", d.learning AS "action_draft.learning",
				       d.rest AS "action_draft.rest"
				FROM action_draft d JOIN parcours p ON p.id = d.parcours_id
				WHERE d.person_id = :person ORDER BY d.kept_at, d.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.begun", "SELECT count(*) FROM action_draft WHERE person_id = :person"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM action_draft WHERE person_id = :person", subject, at);
	}

}
