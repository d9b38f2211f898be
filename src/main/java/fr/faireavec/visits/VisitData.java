package fr.faireavec.visits;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** When somebody last opened a journal goes with them. */
@Component
class VisitData implements PersonalDataHolder {

	private final PersonalRecords records;

	VisitData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<String> seats() {
		return List.of("SELECT parcours_id FROM journal_visit WHERE person_id = :person");
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.visits",
				"""
						SELECT p.name AS "parcours.name", v.last_at AS "journal_visit.last_at", v.before_at AS "journal_visit.before_at"
						FROM journal_visit v JOIN parcours p ON p.id = v.parcours_id
						WHERE v.person_id = :person ORDER BY v.last_at, p.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List
			.of(Fate.gone("privacy.fate.visits", "SELECT count(*) FROM journal_visit WHERE person_id = :person"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM journal_visit WHERE person_id = :person", subject, at);
	}

}
