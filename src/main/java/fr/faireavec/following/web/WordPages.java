package fr.faireavec.following.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.following.OwnWordRows;
import fr.faireavec.following.SaidWords;
import fr.faireavec.following.SayingAction;
import fr.faireavec.following.WordCounting;
import fr.faireavec.journal.OwnWords;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The pages of what people wrote under « autre… », of a parcours or of all of them. */
@Component
class WordPages {

	private final OwnWordRows rows;

	private final WordCounting counting;

	WordPages(OwnWordRows rows, WordCounting counting) {
		this.rows = rows;
		this.counting = counting;
	}

	/** All the words, list by list. */
	void list(@Nullable UUID parcoursId, Model model) {
		Map<Taxonomy, List<SaidWords>> lists = this.rows.all(parcoursId)
			.stream()
			.collect(Collectors.groupingBy(SaidWords::list, LinkedHashMap::new, Collectors.toList()));
		model.addAttribute("lists", lists);
	}

	/** The actions that say some words, and what these may be counted as. */
	void one(Taxonomy list, String words, @Nullable UUID parcoursId, Model model) {
		List<SayingAction> saying = this.rows.saying(list, words, parcoursId);
		model.addAttribute("list", list);
		model.addAttribute("words", words);
		model.addAttribute("saying", saying);
		model.addAttribute("entries",
				this.counting.offered(list, parcoursId)
					.stream()
					.map((entry) -> new Option(entry.getId().toString(), entry.getLabel()))
					.toList());
	}

	static Taxonomy at(String liste) {
		return Taxonomy.at(liste).filter(OwnWords.LISTS::contains).orElseThrow(NotFound::new);
	}

	/** The words as the address gives them. */
	static String read(String typed) {
		String words = CleanText.line(typed);
		if (words.isEmpty() || words.length() > OwnWords.LONGEST || CleanText.unreadable(words) != null) {
			throw new NotFound();
		}
		return words;
	}

	static Flash said(int actions) {
		return (actions == 0) ? Flash.note("following.counted.already") : Flash.counted("following.counted", actions);
	}

}
