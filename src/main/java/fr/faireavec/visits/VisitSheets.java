package fr.faireavec.visits;

import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** When the sheet that goes opened a journal is forgotten. */
@Component
class VisitSheets implements SheetHolder {

	@Override
	public Set<String> ended() {
		return Set.of("journal_visit.person_id");
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("DELETE FROM journal_visit WHERE person_id = :given");
	}

}
