package fr.faireavec.parcours;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/**
 * Which parcours somebody runs: not erased before another person does; those that are
 * over keep their line, nameless.
 */
@Component
class FacilitatorData implements PersonalDataHolder {

	private static final List<String> WORDS = List.of("closing_reason");

	private final PersonalRecords records;

	FacilitatorData(PersonalRecords records) {
		this.records = records;
	}

	/** By running it, or by reading it for a funder. */
	@Override
	public List<String> seats() {
		return List.of("SELECT parcours_id FROM parcours_facilitator WHERE person_id = :person", """
				SELECT c.parcours_id FROM convention c JOIN funder_reader r ON r.funder_id = c.funder_id
				WHERE r.person_id = :person""");
	}

	@Override
	public List<FreeText> texts() {
		return List.of(this.records.texts("privacy.text.parcours", "parcours", WORDS, "parcours t", "t.id", "t.name"));
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.facilitated", """
				SELECT p.name AS "parcours.name", p.status AS "parcours.status", p.starts_on AS "parcours.starts_on",
				       p.ends_on AS "parcours.ends_on"
				FROM parcours_facilitator f JOIN parcours p ON p.id = f.parcours_id
				WHERE f.person_id = :person ORDER BY p.starts_on, p.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.facilitated",
				"SELECT count(*) FROM parcours_facilitator WHERE person_id = :person", "privacy.kept.counts"));
	}

	@Override
	public List<Obstacle> obstacles() {
		return List.of(new Obstacle("privacy.obstacle.facilitates", """
				SELECT p.name FROM parcours_facilitator f JOIN parcours p ON p.id = f.parcours_id
				WHERE f.person_id = :person AND p.status IN ('DRAFT', 'OPEN', 'RUNNING') ORDER BY p.name, p.id"""));
	}

	@Override
	public void erase(Subject subject, Instant at) {
	}

}
