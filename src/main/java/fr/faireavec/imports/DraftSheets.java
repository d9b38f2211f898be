package fr.faireavec.imports;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/**
 * Somebody has one file that waits to be confirmed: of two, the one of the sheet that
 * stays.
 */
@Component
class DraftSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("import_draft.person_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.drafts", """
				SELECT p.name, p.id FROM import_draft d JOIN parcours p ON p.id = d.parcours_id
				WHERE d.person_id = :given AND NOT EXISTS (SELECT 1 FROM import_draft k WHERE k.person_id = :kept)"""));
	}

	@Override
	public List<Settling> settlings() {
		return List.of(new Settling("admin.reunion.settle.draft", """
				SELECT p.name FROM import_draft d JOIN parcours p ON p.id = d.parcours_id
				WHERE d.person_id = :given AND EXISTS (SELECT 1 FROM import_draft k WHERE k.person_id = :kept)"""));
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("""
				DELETE FROM import_draft WHERE person_id = :given
				  AND EXISTS (SELECT 1 FROM import_draft k WHERE k.person_id = :kept)""");
		rows.relink("import_draft", "person_id");
	}

}
