package fr.faireavec.slots;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** One person offers one slot at a time: of two at once, the one nobody took ends. */
@Component
class SlotSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("meeting_slot.facilitator_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.slots",
				"""
						SELECT concat_ws(', ', p.name, to_char(t.starts_at, 'DD/MM/YYYY, FMHH24"\u00a0h\u00a0"MI')), t.parcours_id
						FROM meeting_slot t JOIN parcours p ON p.id = t.parcours_id WHERE t.facilitator_id = :given
						ORDER BY t.starts_at, p.name"""));
	}

	@Override
	public List<Settling> settlings() {
		return List.of(new Settling("admin.reunion.settle.slots", """
				SELECT to_char(g.starts_at, 'DD/MM/YYYY, FMHH24"\u00a0h\u00a0"MI') FROM meeting_slot g
				WHERE g.facilitator_id = :given AND g.ended_at IS NULL AND EXISTS (SELECT FROM meeting_slot k
				  WHERE k.facilitator_id = :kept AND k.ended_at IS NULL
				    AND tsrange(k.starts_at, k.ends_at) && tsrange(g.starts_at, g.ends_at))
				ORDER BY g.starts_at"""));
	}

	@Override
	public void give(SheetRows rows) {
		rows.change(ended("given", "kept"));
		rows.change(ended("kept", "given"));
		rows.move("meeting_slot", "facilitator_id");
	}

	private static String ended(String whose, String beside) {
		return """
				UPDATE meeting_slot t SET ended_at = :at, version = version + 1
				WHERE t.facilitator_id = :%s AND t.ended_at IS NULL AND t.meeting_id IS NULL
				  AND EXISTS (SELECT FROM meeting_slot o WHERE o.facilitator_id = :%s AND o.ended_at IS NULL
				    AND tsrange(o.starts_at, o.ends_at) && tsrange(t.starts_at, t.ends_at))""".formatted(whose, beside);
	}

}
