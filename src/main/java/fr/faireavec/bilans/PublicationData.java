package fr.faireavec.bilans;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;

import org.springframework.stereotype.Component;

/** Which bilans somebody published: they are frozen, and name nobody (rule 10). */
@Component
class PublicationData implements PersonalDataHolder {

	@Override
	public List<Excerpt> excerpts() {
		return List.of(new Excerpt("privacy.section.bilans", """
				SELECT p.name AS "parcours.name", b.number AS "bilan.number", b.published_at AS "bilan.published_at"
				FROM bilan b JOIN parcours p ON p.id = b.parcours_id
				WHERE b.published_by = :person ORDER BY b.published_at, b.id"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.bilans", "SELECT count(*) FROM bilan WHERE published_by = :person",
				"privacy.kept.bilans"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
	}

}
