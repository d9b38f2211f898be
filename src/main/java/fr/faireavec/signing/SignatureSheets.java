package fr.faireavec.signing;

import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Of two lines of one half-day one stays: what was signed on the other goes with it, or
 * stands on the one that stays where nothing was signed. Before the lines themselves. The
 * same of two signatures of one meeting.
 */
@Component
@Order(0)
class SignatureSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("meeting_signature.person_id");
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("""
				UPDATE signature s SET attendance_id = k.id, version = s.version + 1
				FROM attendance g JOIN attendance k ON k.half_day_id = g.half_day_id AND k.person_id = :kept
				WHERE s.attendance_id = g.id AND g.person_id = :given
				  AND NOT EXISTS (SELECT FROM signature o WHERE o.attendance_id = k.id)""");
		rows.change("""
				DELETE FROM meeting_signature WHERE person_id = :given AND meeting_id IN
				  (SELECT meeting_id FROM meeting_signature WHERE person_id = :kept)""");
		rows.move("meeting_signature", "person_id");
	}

}
