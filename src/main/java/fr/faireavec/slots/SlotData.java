package fr.faireavec.slots;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** The slots somebody offered: forgotten with them; the meetings stay, nameless. */
@Component
class SlotData implements PersonalDataHolder {

	private final PersonalRecords records;

	SlotData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<String> seats() {
		return List.of("SELECT parcours_id FROM meeting_slot WHERE facilitator_id = :person");
	}

	@Override
	public List<FreeText> texts() {
		return List.of(this.records.texts("privacy.text.slot", "meeting_slot", List.of("place"),
				"meeting_slot t JOIN parcours p ON p.id = t.parcours_id", "t.parcours_id", "p.name"));
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.slots", """
				SELECT p.name AS "parcours.name", t.starts_at AS "meeting_slot.starts_at",
				       t.offered_at AS "meeting_slot.offered_at", t.ended_at AS "meeting_slot.ended_at"
				FROM meeting_slot t JOIN parcours p ON p.id = t.parcours_id
				WHERE t.facilitator_id = :person ORDER BY t.starts_at, t.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List
			.of(Fate.gone("privacy.fate.slots", "SELECT count(*) FROM meeting_slot WHERE facilitator_id = :person"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM meeting_slot WHERE facilitator_id = :person", subject, at);
	}

}
