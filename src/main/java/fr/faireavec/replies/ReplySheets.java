package fr.faireavec.replies;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** One person answers once for a day: of two answers, the one said last. */
@Component
class ReplySheets implements SheetHolder {

	private static final String TWICE = """
			reply g JOIN reply k ON k.session_id = g.session_id AND k.person_id = :kept
			JOIN collective_session s ON s.id = g.session_id JOIN parcours p ON p.id = s.parcours_id""";

	@Override
	public Set<String> given() {
		return Set.of("reply.person_id", "reply.said_by");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.replies", """
				SELECT p.name || ', ' || to_char(r.day, 'DD/MM/YYYY'), p.id FROM reply r
				  JOIN collective_session s ON s.id = r.session_id JOIN parcours p ON p.id = s.parcours_id
				WHERE r.person_id = :given AND NOT EXISTS (SELECT 1 FROM reply k
				  WHERE k.session_id = r.session_id AND k.person_id = :kept) ORDER BY r.day, p.name"""));
	}

	@Override
	public List<Settling> settlings() {
		return List.of(new Settling("admin.reunion.settle.reply", """
				SELECT p.name || ', ' || to_char(g.day, 'DD/MM/YYYY') FROM %s
				WHERE g.person_id = :given ORDER BY g.day, p.name""".formatted(TWICE)));
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("""
				DELETE FROM reply l USING reply w
				WHERE w.session_id = l.session_id AND (l.person_id, w.person_id) IN ((:given, :kept), (:kept, :given))
				  AND (coalesce(l.said_at, '-infinity'), l.person_id = :kept)
				    < (coalesce(w.said_at, '-infinity'), w.person_id = :kept)""");
		rows.move("reply", "person_id");
		rows.move("reply", "said_by");
	}

}
