package fr.faireavec.factors;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/** Keys and codes of the sheet that goes open nothing any more. */
@Component
class FactorSheets implements SheetHolder {

	private static final List<String> TABLES = List.of("passkey", "authenticator", "recovery_code",
			"second_factor_failure");

	@Override
	public Set<String> ended() {
		return Set.of("passkey.account_id", "authenticator.account_id", "recovery_code.account_id",
				"second_factor_failure.account_id");
	}

	@Override
	public void give(SheetRows rows) {
		TABLES.forEach((table) -> rows.change("DELETE FROM " + table + " WHERE account_id = :givenAccount"));
	}

}
