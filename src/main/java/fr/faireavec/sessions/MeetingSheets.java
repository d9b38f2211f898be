package fr.faireavec.sessions;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.PersonalDataHolder.Obstacle;
import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** One person is in one meeting at a time (rule 6). */
@Component
class MeetingSheets implements SheetHolder {

	private static final String CALLED = """
			SELECT concat_ws(', ', s.name, p.name, to_char(m.starts_at, 'DD/MM/YYYY, FMHH24"\u00a0h\u00a0"MI')), e.parcours_id
			FROM individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id JOIN structure s ON s.id = e.structure_id
			  JOIN parcours p ON p.id = e.parcours_id
			""";

	private static final String ORDER = " ORDER BY m.starts_at, p.name, s.name, m.rank";

	@Override
	public Set<String> given() {
		return Set.of("individual_meeting.facilitator_id", "meeting_attendee.person_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(
				new Share("admin.reunion.share.meetingsHeld", CALLED + "WHERE m.facilitator_id = :given" + ORDER),
				new Share("admin.reunion.share.meetings",
						CALLED + "JOIN meeting_attendee a ON a.meeting_id = m.id WHERE a.person_id = :given" + ORDER));
	}

	@Override
	public List<Obstacle> obstacles() {
		return List.of(new Obstacle("admin.reunion.obstacle.meetings",
				"""
						SELECT s.name || ', ' || to_char(g.starts_at, 'DD/MM/YYYY, FMHH24"\u00a0h\u00a0"MI')
						FROM individual_meeting g JOIN individual_meeting k ON k.facilitator_id = :kept
						  AND k.state IN ('SCHEDULED', 'HELD') AND tsrange(k.starts_at, k.ends_at) && tsrange(g.starts_at, g.ends_at)
						JOIN enrolment e ON e.id = g.enrolment_id JOIN structure s ON s.id = e.structure_id
						WHERE g.facilitator_id = :given AND g.state IN ('SCHEDULED', 'HELD') ORDER BY g.starts_at, s.name"""));
	}

	@Override
	public void give(SheetRows rows) {
		rows.move("individual_meeting", "facilitator_id");
		rows.change("""
				DELETE FROM meeting_attendee WHERE person_id = :given AND meeting_id IN
				  (SELECT meeting_id FROM meeting_attendee WHERE person_id = :kept)""");
		rows.relink("meeting_attendee", "person_id");
	}

}
