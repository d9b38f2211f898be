package fr.faireavec.convening;

import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/**
 * What the one sheet was told, the person was: the other's word stands where both were.
 */
@Component
class ToldSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("calendar_told.person_id");
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("""
				DELETE FROM calendar_told g WHERE g.person_id = :given AND EXISTS (
				  SELECT 1 FROM calendar_told k WHERE k.person_id = :kept AND k.entry_id = g.entry_id)""");
		rows.relink("calendar_told", "person_id");
	}

}
