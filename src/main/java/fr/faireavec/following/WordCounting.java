package fr.faireavec.following;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.journal.ActionVocabulary;
import fr.faireavec.journal.ChosenWords;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.taxonomies.ListKeeping;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntries;
import fr.faireavec.taxonomies.TaxonomyEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what people wrote under « autre… » as an entry of the list: every action that
 * says so holds that entry from then on, and the live figures with it; what was published
 * keeps the words of then.
 */
@Component
@Transactional
public class WordCounting {

	private final OwnWordRows rows;

	private final LoggedActions actions;

	private final ActionVocabulary vocabulary;

	private final TaxonomyEntries entries;

	private final ListKeeping lists;

	private final ApplicationEventPublisher events;

	WordCounting(OwnWordRows rows, LoggedActions actions, ActionVocabulary vocabulary, TaxonomyEntries entries,
			ListKeeping lists, ApplicationEventPublisher events) {
		this.rows = rows;
		this.actions = actions;
		this.vocabulary = vocabulary;
		this.entries = entries;
		this.lists = lists;
		this.events = events;
	}

	/** What they may be counted as: what the parcours, or any, offers in that list. */
	@Transactional(readOnly = true)
	public List<TaxonomyEntry> offered(Taxonomy list, @Nullable UUID parcoursId) {
		return (parcoursId != null) ? this.vocabulary.of(parcoursId).of(list) : this.entries.offered(List.of(list));
	}

	/**
	 * Counts them as an entry that the list offers.
	 * @param parcoursId only there; null everywhere
	 * @return how many actions follow; none when they did already
	 * @throws Refusal when the list offers no such entry
	 */
	public int count(Taxonomy list, String words, UUID entryId, @Nullable UUID parcoursId) {
		TaxonomyEntry entry = offered(list, parcoursId).stream()
			.filter((one) -> one.getId().equals(entryId))
			.findFirst()
			.orElseThrow(() -> Refusal.of("entry", "following.entry.unknown"));
		return follow(list, words, entry, parcoursId);
	}

	/**
	 * Makes a new entry of them, at the end of the list, for every parcours.
	 * @param key of the form: sent twice, it makes one
	 * @throws Refusal when the list already says so
	 */
	public int add(UUID key, Taxonomy list, String words, String label) {
		return follow(list, words, this.lists.add(key, list, label), null);
	}

	private int follow(Taxonomy list, String words, TaxonomyEntry entry, @Nullable UUID parcoursId) {
		List<UUID> ids = this.rows.saying(list, words, parcoursId).stream().map(SayingAction::id).toList();
		if (ids.isEmpty()) {
			return 0;
		}
		List<LoggedAction> saying = this.actions.holding(ids);
		for (LoggedAction action : saying) {
			Map<Taxonomy, String> before = ChosenWords.of(action);
			action.count(list, entry);
			this.events
				.publishEvent(new Noted("action.counted", action.getId(), action.getEnrolment().getParcours().getId(),
						action.getTitle(), ChosenWords.note(Changes.none(), before, ChosenWords.of(action))));
		}
		this.actions.saveAllAndFlush(saying);
		this.events.publishEvent(new Noted("list.counted", entry.getId(), null, entry.getLabel(),
				Changes.none().note("words", null, words).note("actions", null, String.valueOf(saying.size()))));
		return saying.size();
	}

}
