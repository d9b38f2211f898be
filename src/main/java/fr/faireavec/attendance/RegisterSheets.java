package fr.faireavec.attendance;

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
 * One person has one line for a half-day, which counts for all she stood for: of two, the
 * one that says more stays (there, then excused, then absent).
 */
@Component
class RegisterSheets implements SheetHolder {

	private static final String TWICE = """
			attendance g JOIN attendance k ON k.half_day_id = g.half_day_id AND k.person_id = :kept
			JOIN half_day h ON h.id = g.half_day_id JOIN collective_session s ON s.id = h.session_id
			JOIN parcours p ON p.id = s.parcours_id""";

	private static final String MORE = "array_position(ARRAY['ABSENT', 'EXCUSED', 'PRESENT'], %s.status::text)";

	private static final String SAYS_MORE = MORE.formatted("g") + " > " + MORE.formatted("k");

	private final ApplicationEventPublisher events;

	RegisterSheets(ApplicationEventPublisher events) {
		this.events = events;
	}

	@Override
	public Set<String> given() {
		return Set.of("attendance.person_id", "attendance.recorded_by", "register_seal.countersigned_by");
	}

	@Override
	public List<Share> shares() {
		return List.of(share("attendance", "attendance a ON a.half_day_id = h.id", """
				NOT EXISTS (SELECT 1 FROM attendance k WHERE k.half_day_id = h.id AND k.person_id = :kept)
				  AND a.person_id"""),
				share("recorded", "attendance a ON a.half_day_id = h.id", "a.person_id <> :given AND a.recorded_by"),
				share("seals", "register_seal a ON a.half_day_id = h.id", "a.countersigned_by"));
	}

	private static Share share(String what, String rows, String by) {
		return new Share("admin.reunion.share." + what,
				"""
						SELECT DISTINCT p.name || ', ' || to_char(h.starts_at, 'DD/MM/YYYY, FMHH24"\u00a0h\u00a0"MI'), p.id, h.starts_at FROM half_day h
						  JOIN %s JOIN collective_session s ON s.id = h.session_id JOIN parcours p ON p.id = s.parcours_id
						WHERE %s = :given ORDER BY h.starts_at"""
					.formatted(rows, by));
	}

	@Override
	public List<Settling> settlings() {
		return List.of(settling("same", "g.status = k.status"),
				settling("PRESENT", "g.status <> k.status AND 'PRESENT' IN (g.status, k.status)"),
				settling("EXCUSED", "g.status <> k.status AND 'PRESENT' NOT IN (g.status, k.status)"));
	}

	private static Settling settling(String how, String which) {
		return new Settling("admin.reunion.settle.attendance." + how, """
				SELECT p.name || ', ' || to_char(h.starts_at, 'DD/MM/YYYY, FMHH24"\u00a0h\u00a0"MI') FROM %s
				WHERE g.person_id = :given AND %s ORDER BY h.starts_at, p.name""".formatted(TWICE, which));
	}

	@Override
	public void give(SheetRows rows) {
		rows.list(
				"""
						SELECT s.parcours_id, p.name, to_char(h.starts_at, 'YYYY-MM-DD"T"HH24:MI') AS half_day,
						  CASE WHEN %1$s THEN k.status ELSE g.status END AS less, CASE WHEN %1$s THEN g.status ELSE k.status END AS more
						FROM %2$s WHERE g.person_id = :given"""
					.formatted(SAYS_MORE, TWICE),
				(row, n) -> {
					this.events.publishEvent(new Noted("attendance.reunited", rows.kept(),
							row.getObject("parcours_id", UUID.class), row.getString("name"),
							Changes.none()
								.note("halfDay", null, row.getString("half_day"))
								.note("status", row.getString("less"), row.getString("more"))));
					return true;
				});
		rows.change("""
				INSERT INTO attendance_enrolment (attendance_id, enrolment_id)
				SELECT k.id, e.enrolment_id FROM attendance g
				  JOIN attendance k ON k.half_day_id = g.half_day_id AND k.person_id = :kept
				  JOIN attendance_enrolment e ON e.attendance_id = g.id
				WHERE g.person_id = :given ON CONFLICT DO NOTHING""");
		rows.change("""
				UPDATE attendance k SET status = g.status, how = g.how, came_at = g.came_at,
				  left_at = g.left_at, remote = g.remote, stay_noted_at = g.stay_noted_at, person_name = g.person_name,
				  recorded_at = g.recorded_at, recorded_by = g.recorded_by, version = k.version + 1
				FROM attendance g WHERE g.half_day_id = k.half_day_id AND g.person_id = :given AND k.person_id = :kept
				  AND %s""".formatted(SAYS_MORE));
		rows.change("""
				DELETE FROM attendance g USING attendance k
				WHERE k.half_day_id = g.half_day_id AND g.person_id = :given AND k.person_id = :kept""");
		rows.move("attendance", "person_id");
		rows.move("attendance", "recorded_by");
		rows.move("register_seal", "countersigned_by");
	}

}
