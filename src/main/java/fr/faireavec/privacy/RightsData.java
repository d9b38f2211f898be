package fr.faireavec.privacy;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** What somebody asked about their data: the answer stays, nameless, as its proof. */
@Component
class RightsData implements PersonalDataHolder {

	private final PersonalRecords records;

	RightsData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<String> seats() {
		return List.of("SELECT parcours_id FROM evidence_hold WHERE held_by = :person");
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.requests", """
				SELECT asked_at AS "erasure_request.asked_at", due_on AS "erasure_request.due_on",
				       state AS "erasure_request.state", settled_at AS "erasure_request.settled_at",
				       reason AS "erasure_request.reason"
				FROM erasure_request WHERE person_id = :person ORDER BY asked_at"""),
				new Excerpt("privacy.section.warnings", """
						SELECT warned_at AS "idle_warning.warned_at" FROM idle_warning WHERE person_id = :person"""),
				new Excerpt("privacy.section.holds", """
						SELECT label AS "parcours.name", held_at AS "evidence_hold.held_at"
						FROM evidence_hold WHERE held_by = :person ORDER BY held_at"""));
	}

	@Override
	public List<FreeText> texts() {
		return List.of(this.records.textsAbout("privacy.text.request", "erasure_request", List.of("reason")));
	}

	@Override
	public List<Fate> fates() {
		return List.of(
				new Fate("privacy.fate.requests", "SELECT count(*) FROM erasure_request WHERE person_id = :person",
						"privacy.kept.proof"),
				new Fate("privacy.fate.holds", "SELECT count(*) FROM evidence_hold WHERE held_by = :person",
						"privacy.kept.proof"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM idle_warning WHERE person_id = :person", subject, at);
	}

}
