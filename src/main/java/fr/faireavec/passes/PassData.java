package fr.faireavec.passes;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/** The links somebody was given: forgotten with them. */
@Component
class PassData implements PersonalDataHolder {

	private final PersonalRecords records;

	PassData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.passes", """
				SELECT purpose AS "pass.purpose", issued_at AS "pass.issued_at", expires_at AS "pass.expires_at",
				       used_at AS "pass.used_at", ended_at AS "pass.ended_at"
				FROM pass WHERE holder_id = :person ORDER BY issued_at"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.passes", "SELECT count(*) FROM pass WHERE holder_id = :person"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM pass WHERE holder_id = :person", subject, at);
	}

}
