package fr.faireavec.journal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntries;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.templates.Framework;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what the actions of a parcours may choose from, in three statements. */
@Component
@Transactional(readOnly = true)
public class ActionVocabulary {

	private static final List<Taxonomy> SHARED = List.of(Taxonomy.ROLE, Taxonomy.INSTRUMENT, Taxonomy.SERVICE_USER,
			Taxonomy.RECOGNITION, Taxonomy.EFFECT);

	private static final List<Taxonomy> OWN = List.of(Taxonomy.THEME, Taxonomy.LEVEL, Taxonomy.LEVER);

	private final LoggedActions actions;

	private final TaxonomyEntries entries;

	private final CollectiveSessions sessions;

	ActionVocabulary(LoggedActions actions, TaxonomyEntries entries, CollectiveSessions sessions) {
		this.actions = actions;
		this.entries = entries;
		this.sessions = sessions;
	}

	public ActionChoices of(UUID parcoursId) {
		Framework framework = this.actions.frameworkOf(parcoursId).orElseThrow(NotFound::new);
		Stream<TaxonomyEntry> own = OWN.stream()
			.flatMap((taxonomy) -> framework.entries(taxonomy).stream())
			.filter((entry) -> entry.getRetiredOn() == null);
		Stream<TaxonomyEntry> shared = this.entries.offered(SHARED).stream();
		return new ActionChoices(framework.asksPeople(), Stream.concat(own, shared).toList(),
				this.sessions.ofParcours(parcoursId));
	}

	/** The themes of a parcours, in their order. */
	public List<TaxonomyEntry> themes(UUID parcoursId) {
		return this.actions.frameworkOf(parcoursId).orElseThrow(NotFound::new).entries(Taxonomy.THEME);
	}

}
