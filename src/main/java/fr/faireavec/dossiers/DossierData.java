package fr.faireavec.dossiers;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/**
 * A dossier copies what other rooms hold, of many people: once somebody is erased, those
 * of the parcours where they sat are gone, to be made anew.
 */
@Component
class DossierData implements PersonalDataHolder {

	private final PersonalRecords records;

	DossierData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of();
	}

	@Override
	public List<Fate> fates() {
		return List.of(Fate.gone("privacy.fate.dossiers", """
				SELECT count(*) FROM dossier d JOIN convention c ON c.id = d.convention_id
				WHERE EXISTS (SELECT FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				  JOIN collective_session s ON s.id = h.session_id
				  WHERE s.parcours_id = c.parcours_id AND a.person_id = :person)"""));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("""
				DELETE FROM dossier d USING convention c WHERE c.id = d.convention_id AND c.parcours_id IN (:seats)""",
				subject, at);
	}

}
