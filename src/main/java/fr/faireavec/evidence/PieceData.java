package fr.faireavec.evidence;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/**
 * What is written about photos may name somebody; those who agreed to be shown have no
 * account here, and what they said is the proof of it, until the photo goes.
 */
@Component
class PieceData implements PersonalDataHolder {

	private static final String ROOM = """
			JOIN logged_action a ON a.id = %s.action_id JOIN enrolment e ON e.id = a.enrolment_id
			JOIN structure s ON s.id = e.structure_id JOIN parcours p ON p.id = e.parcours_id""";

	private static final String PLACE = "p.name || ', ' || s.name";

	private final PersonalRecords records;

	PieceData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<FreeText> texts() {
		return List.of(
				this.records.texts("privacy.text.evidence", "evidence_piece", List.of("label"),
						"evidence_piece t " + ROOM.formatted("t"), "e.parcours_id", PLACE),
				this.records.texts("privacy.text.credit", "evidence_authorisation", List.of("credit"),
						"evidence_authorisation t JOIN evidence_piece g ON g.id = t.piece_id " + ROOM.formatted("g"),
						"e.parcours_id", PLACE));
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of();
	}

	@Override
	public List<Fate> fates() {
		return List.of();
	}

	/** The term decides. */
	@Override
	public void erase(Subject subject, Instant at) {
	}

}
