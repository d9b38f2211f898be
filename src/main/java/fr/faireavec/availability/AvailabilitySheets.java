package fr.faireavec.availability;

import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** What either sheet said one person can never do, that person cannot. */
@Component
class AvailabilitySheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("standing_constraint.person_id");
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("""
				DELETE FROM standing_constraint WHERE person_id = :given AND never IN
				  (SELECT never FROM standing_constraint WHERE person_id = :kept)""");
		rows.relink("standing_constraint", "person_id");
	}

}
