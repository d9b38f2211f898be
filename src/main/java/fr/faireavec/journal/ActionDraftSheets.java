package fr.faireavec.journal;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** What somebody began to write about an action. */
@Component
class ActionDraftSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("action_draft.person_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.begun", """
				SELECT p.name, p.id FROM action_draft d JOIN parcours p ON p.id = d.parcours_id
				WHERE d.person_id = :given ORDER BY p.name, p.id"""));
	}

	@Override
	public void give(SheetRows rows) {
		rows.move("action_draft", "person_id");
	}

}
