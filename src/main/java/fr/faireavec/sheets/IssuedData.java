package fr.faireavec.sheets;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;

import org.springframework.stereotype.Component;

/**
 * A register that was handed out is evidence, and names others too: it stays whole until
 * its term ({@link FileExpiry}), and is handed over to nobody.
 */
@Component
class IssuedData implements PersonalDataHolder {

	@Override
	public List<Excerpt> excerpts() {
		return List.of();
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.issued", """
				SELECT count(*) FROM issued_file i WHERE i.content IS NOT NULL AND EXISTS (
				  SELECT FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				  WHERE h.session_id = i.session_id AND a.person_id = :person)""", "privacy.kept.evidence"));
	}

	/** The term decides. */
	@Override
	public void erase(Subject subject, Instant at) {
	}

}
