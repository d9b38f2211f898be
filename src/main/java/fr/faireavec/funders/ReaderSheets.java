package fr.faireavec.funders;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** One person reads once for a funder. */
@Component
class ReaderSheets implements SheetHolder {

	private static final String TWICE = """
			r.removed_at IS NULL AND EXISTS (SELECT 1 FROM funder_reader k
			  WHERE k.person_id = :kept AND k.funder_id = r.funder_id AND k.removed_at IS NULL)""";

	@Override
	public Set<String> given() {
		return Set.of("funder_reader.person_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.readings", """
				SELECT f.name, NULL::uuid FROM funder_reader r JOIN funder f ON f.id = r.funder_id
				WHERE r.person_id = :given AND NOT (%s) ORDER BY f.name, r.id""".formatted(TWICE)));
	}

	@Override
	public List<Settling> settlings() {
		return List.of(new Settling("admin.reunion.settle.reading", """
				SELECT f.name FROM funder_reader r JOIN funder f ON f.id = r.funder_id
				WHERE r.person_id = :given AND %s ORDER BY f.name""".formatted(TWICE)));
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("UPDATE funder_reader r SET removed_at = :at, version = version + 1 WHERE r.person_id = :given AND "
				+ TWICE);
		rows.move("funder_reader", "person_id");
	}

}
