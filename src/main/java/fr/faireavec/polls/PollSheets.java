package fr.faireavec.polls;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** One person answers a poll once: of two answers, the one said last. */
@Component
class PollSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("poll_reply.person_id", "poll_reply.said_by", "date_poll.opened_by");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.polls", """
				SELECT p.name || ', ' || to_char(d.closes_on, 'DD/MM/YYYY'), p.id FROM poll_reply r
				  JOIN date_poll d ON d.id = r.poll_id JOIN parcours p ON p.id = d.parcours_id
				WHERE r.person_id = :given AND NOT EXISTS (SELECT 1 FROM poll_reply k
				  WHERE k.poll_id = r.poll_id AND k.person_id = :kept) ORDER BY d.closes_on, p.name"""));
	}

	@Override
	public List<Settling> settlings() {
		return List.of(new Settling("admin.reunion.settle.poll", """
				SELECT p.name || ', ' || to_char(d.closes_on, 'DD/MM/YYYY') FROM poll_reply g
				  JOIN poll_reply k ON k.poll_id = g.poll_id AND k.person_id = :kept
				  JOIN date_poll d ON d.id = g.poll_id JOIN parcours p ON p.id = d.parcours_id
				WHERE g.person_id = :given ORDER BY d.closes_on, p.name"""));
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("""
				DELETE FROM poll_reply l USING poll_reply w
				WHERE w.poll_id = l.poll_id AND (l.person_id, w.person_id) IN ((:given, :kept), (:kept, :given))
				  AND (coalesce(l.said_at, '-infinity'), l.person_id = :kept)
				    < (coalesce(w.said_at, '-infinity'), w.person_id = :kept)""");
		rows.move("poll_reply", "person_id");
		rows.move("poll_reply", "said_by");
		rows.move("date_poll", "opened_by");
	}

}
