package fr.faireavec.syntheses.web;

import java.util.List;

import fr.faireavec.bilans.BilanView;
import fr.faireavec.bilans.Rules;
import fr.faireavec.bilans.SynthesisView;
import fr.faireavec.evidence.PublicPhoto;
import fr.faireavec.web.Stone;

/**
 * The public page of a parcours, ready to be shown.
 *
 * @param href its address
 * @param territory may be empty
 * @param rows six figures at the most
 * @param days the chemin
 * @param others how many structures took part without their name being said
 * @param mentions of those who pay for it
 * @param rules how the six figures are made
 * @param source which version they come from
 */
record PublicPage(String href, String name, String programme, String territory, String period, String lead,
		List<SynthesisView.Row> rows, List<Stone> days, List<Told> told, List<String> named, int others,
		List<String> mentions, List<Rules.Rule> rules, String source) {

	PublicPage {
		rows = List.copyOf(rows);
		days = List.copyOf(days);
		told = List.copyOf(told);
		named = List.copyOf(named);
		mentions = List.copyOf(mentions);
		rules = List.copyOf(rules);
	}

	/** An action, and its photos. */
	record Told(BilanView.ActionView action, List<PublicPhoto> photos) {

		Told {
			photos = List.copyOf(photos);
		}

	}

}
