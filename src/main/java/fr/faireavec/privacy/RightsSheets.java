package fr.faireavec.privacy;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.PersonalDataHolder.Obstacle;
import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** What somebody asked about their data; an open request is answered first. */
@Component
class RightsSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("erasure_request.person_id", "erasure_request.asked_by", "erasure_request.settled_by",
				"evidence_hold.held_by");
	}

	/** Who was told that nobody sees them any more is seen again. */
	@Override
	public Set<String> ended() {
		return Set.of("idle_warning.person_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.requests", """
				SELECT to_char(r.asked_at AT TIME ZONE 'Europe/Paris', 'DD/MM/YYYY'), NULL::uuid FROM erasure_request r
				WHERE :given IN (r.person_id, r.asked_by, r.settled_by) ORDER BY r.asked_at, r.id"""),
				new Share("admin.reunion.share.holds", """
						SELECT label, parcours_id FROM evidence_hold WHERE held_by = :given ORDER BY held_at, id"""));
	}

	@Override
	public List<Obstacle> obstacles() {
		return List.of(new Obstacle("admin.reunion.obstacle.request", """
				SELECT p.given_name || ' ' || p.family_name FROM erasure_request r JOIN person p ON p.id = r.person_id
				WHERE r.state = 'ASKED' AND r.person_id IN (:given, :kept)"""));
	}

	@Override
	public void give(SheetRows rows) {
		List.of("person_id", "asked_by", "settled_by").forEach((column) -> rows.move("erasure_request", column));
		rows.relink("evidence_hold", "held_by");
		rows.change("DELETE FROM idle_warning WHERE person_id IN (:given, :kept)");
	}

}
