package fr.faireavec.journal;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** The actions somebody wrote or confirmed. */
@Component
class ActionSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("logged_action.written_by", "logged_action.confirmed_by");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.actions", """
				SELECT a.title || ', ' || s.name, e.parcours_id FROM logged_action a
				  JOIN enrolment e ON e.id = a.enrolment_id JOIN structure s ON s.id = e.structure_id
				WHERE a.written_by = :given OR a.confirmed_by = :given ORDER BY a.logged_at, a.id"""));
	}

	@Override
	public void give(SheetRows rows) {
		rows.move("logged_action", "written_by");
		rows.move("logged_action", "confirmed_by");
	}

}
