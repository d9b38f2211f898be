package fr.faireavec.admin;

import java.util.ArrayList;
import java.util.List;

import fr.faireavec.accounts.Awaiting;
import fr.faireavec.accounts.Viewer;

import org.springframework.stereotype.Component;

/** What waits for the administration, what the law gives a month for first. */
@Component
class AdministrationAwaiting implements Awaiting {

	private final Attention attention;

	AdministrationAwaiting(Attention attention) {
		this.attention = attention;
	}

	@Override
	public List<Thing> of(Viewer viewer) {
		if (!viewer.isAdministrator()) {
			return List.of();
		}
		Attention.Now now = this.attention.now();
		List<Thing> things = new ArrayList<>();
		if (now.asked() > 0) {
			things.add(new Thing(now.asked(), "admin.awaits.asked", "/administration/donnees", now.answerBy()));
		}
		if (now.dead() > 0) {
			things.add(new Thing(now.dead(), "admin.awaits.dead", "/administration/courriers", null));
		}
		if (now.due() > 0) {
			things.add(new Thing(now.due(), "admin.awaits.due", "/administration/donnees", null));
		}
		if (now.unsaid() > 0) {
			things.add(new Thing(now.unsaid(), "admin.awaits.unsaid", "/administration/reglages", null));
		}
		return things;
	}

}
