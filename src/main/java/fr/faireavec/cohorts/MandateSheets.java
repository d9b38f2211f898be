package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One person holds one role at a time for a structure (rule 2): of two mandates that
 * overlap, the one that ends first gives way from the day the other starts, the copilot's
 * when neither ends. Over both together, not a day is lost.
 */
@Component
class MandateSheets implements SheetHolder {

	private static final String OVERLAPS = """
			mandate l JOIN mandate w ON w.enrolment_id = l.enrolment_id
			  AND (l.person_id, w.person_id) IN ((:given, :kept), (:kept, :given))
			  AND daterange(l.starts_on, l.ends_on) && daterange(w.starts_on, w.ends_on)
			  AND (coalesce(l.ends_on, 'infinity'), l.role) < (coalesce(w.ends_on, 'infinity'), w.role)
			JOIN enrolment e ON e.id = l.enrolment_id JOIN structure s ON s.id = e.structure_id
			JOIN parcours p ON p.id = e.parcours_id""";

	private final ApplicationEventPublisher events;

	MandateSheets(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public Set<String> given() {
		return Set.of("mandate.person_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.mandates", """
				SELECT s.name || ', ' || p.name || ', ' || to_char(m.starts_on, 'DD/MM/YYYY'), p.id FROM mandate m
				  JOIN enrolment e ON e.id = m.enrolment_id JOIN structure s ON s.id = e.structure_id
				  JOIN parcours p ON p.id = e.parcours_id
				WHERE m.person_id = :given ORDER BY p.name, m.starts_on, s.name, m.id"""));
	}

	@Override
	public List<Settling> settlings() {
		return List.of(settling("PILOT"), settling("COPILOT"));
	}

	private static Settling settling(String role) {
		return new Settling("admin.reunion.settle.mandate." + role, """
				SELECT s.name || ', ' || p.name || ', ' || to_char(greatest(l.starts_on, w.starts_on), 'DD/MM/YYYY')
				FROM %s WHERE l.role = '%s' ORDER BY p.name, s.name, l.starts_on""".formatted(OVERLAPS, role));
	}

	@Override
	public void give(SheetRows rows) {
		rows.list("""
				UPDATE mandate m SET ends_on = cut.ends_on, version = version + 1,
				  state = CASE m.state WHEN 'ACTIVE' THEN 'ENDED' ELSE m.state END
				FROM (SELECT l.id, min(greatest(l.starts_on, w.starts_on)) AS ends_on, e.parcours_id, s.name,
				        q.given_name || ' ' || q.family_name AS person
				      FROM %s JOIN person q ON q.id = l.person_id
				      GROUP BY l.id, e.parcours_id, s.name, q.given_name, q.family_name) cut
				WHERE m.id = cut.id RETURNING m.enrolment_id, cut.parcours_id, cut.name, cut.person, m.ends_on
				""".formatted(OVERLAPS), (row, n) -> {
			this.events.publishEvent(new Noted("mandate.ended", row.getObject("enrolment_id", UUID.class),
					row.getObject("parcours_id", UUID.class), row.getString("name"),
					Changes.none()
						.note("person", row.getString("person"), null)
						.note("on", null, row.getObject("ends_on", LocalDate.class))));
			return true;
		});
		rows.move("mandate", "person_id");
	}

}
