package fr.faireavec.parcours;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** One person runs a parcours once. */
@Component
class FacilitatorSheets implements SheetHolder {

	private static final String FACILITATED = """
			SELECT %s FROM parcours_facilitator f JOIN parcours p ON p.id = f.parcours_id
			WHERE f.person_id = :given AND %s EXISTS (SELECT 1 FROM parcours_facilitator k
			  WHERE k.parcours_id = f.parcours_id AND k.person_id = :kept) ORDER BY p.name, p.id""";

	@Override
	public Set<String> given() {
		return Set.of("parcours_facilitator.person_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.facilitated", FACILITATED.formatted("p.name, p.id", "NOT")));
	}

	@Override
	public List<Settling> settlings() {
		return List.of(new Settling("admin.reunion.settle.facilitated", FACILITATED.formatted("p.name", "")));
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("""
				DELETE FROM parcours_facilitator WHERE person_id = :given AND parcours_id IN
				  (SELECT parcours_id FROM parcours_facilitator WHERE person_id = :kept)""");
		rows.relink("parcours_facilitator", "person_id");
	}

}
