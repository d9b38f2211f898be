package fr.faireavec.passes;

import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** The links of the sheet that goes open nothing of the one that stays. */
@Component
class PassSheets implements SheetHolder {

	@Override
	public Set<String> ended() {
		return Set.of("pass.holder_id");
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("DELETE FROM pass WHERE holder_id = :given");
	}

}
