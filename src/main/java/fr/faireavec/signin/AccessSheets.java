package fr.faireavec.signin;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/**
 * By which somebody came in on the sheet that goes: nothing of it opens the one that
 * stays. Which addresses they had, and whom they invited, is theirs.
 */
@Component
class AccessSheets implements SheetHolder {

	private static final List<String> WAYS = List.of("invitation", "sign_in_request", "password_reset",
			"known_browser");

	@Override
	public Set<String> ended() {
		return Set.of("invitation.account_id", "sign_in_request.account_id", "password_reset.account_id",
				"known_browser.account_id");
	}

	@Override
	public Set<String> given() {
		return Set.of("invitation.invited_by", "address_change.person_id");
	}

	@Override
	public void give(SheetRows rows) {
		WAYS.forEach((table) -> rows.change("DELETE FROM " + table + " WHERE account_id = :givenAccount"));
		rows.change("DELETE FROM address_change WHERE person_id = :given AND done_at IS NULL");
		rows.relink("address_change", "person_id");
		rows.relink("invitation", "invited_by");
	}

}
