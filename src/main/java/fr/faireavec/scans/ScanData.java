package fr.faireavec.scans;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;

import org.springframework.stereotype.Component;

/**
 * The picture of a sheet is evidence, and shows what others signed too: it stays whole
 * until its term ({@link ScanExpiry}), and is handed over to nobody.
 */
@Component
class ScanData implements PersonalDataHolder {

	@Override
	public List<Excerpt> excerpts() {
		return List.of();
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.scans", """
				SELECT count(*) FROM scanned_page g WHERE EXISTS (
				  SELECT FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				  WHERE h.session_id = g.session_id AND a.person_id = :person)""", "privacy.kept.evidence"));
	}

	/** The term decides. */
	@Override
	public void erase(Subject subject, Instant at) {
	}

}
