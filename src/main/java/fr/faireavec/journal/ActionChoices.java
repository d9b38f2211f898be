package fr.faireavec.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import org.jspecify.annotations.Nullable;

/**
 * What an action of one parcours may say: themes, levers and levels of its framework, the
 * shared lists, its sessions, and whether people are counted.
 */
public class ActionChoices {

	private final boolean asksPeople;

	private final List<TaxonomyEntry> entries;

	private final List<CollectiveSession> sessions;

	ActionChoices(boolean asksPeople, List<TaxonomyEntry> entries, List<CollectiveSession> sessions) {
		this.asksPeople = asksPeople;
		this.entries = List.copyOf(entries);
		this.sessions = List.copyOf(sessions);
	}

	/** Whether its actions say how many people were reached and involved. */
	public boolean asksPeople() {
		return this.asksPeople;
	}

	public boolean hasScale() {
		return !of(Taxonomy.LEVEL).isEmpty();
	}

	/** What one list offers, in its order. */
	public List<TaxonomyEntry> of(Taxonomy taxonomy) {
		return this.entries.stream().filter((entry) -> entry.getTaxonomy() == taxonomy).toList();
	}

	/** The sessions of the parcours, by rank. */
	public List<CollectiveSession> sessions() {
		return this.sessions;
	}

	/** The same, and what an action already holds although it is no longer offered. */
	public ActionChoices keeping(LoggedAction action) {
		List<TaxonomyEntry> held = action.entries().filter(Predicate.not(this.entries::contains)).toList();
		List<TaxonomyEntry> all = Stream.concat(this.entries.stream(), held.stream()).toList();
		return held.isEmpty() ? this : new ActionChoices(this.asksPeople, all, this.sessions);
	}

	boolean offers(Taxonomy taxonomy, @Nullable UUID id) {
		return id == null || find(taxonomy, id).isPresent();
	}

	boolean offers(Taxonomy taxonomy, Collection<UUID> ids) {
		return ids.stream().allMatch((id) -> offers(taxonomy, id));
	}

	boolean hasSession(@Nullable Integer rank) {
		return rank == null || session(rank) != null;
	}

	@Nullable TaxonomyEntry entry(Taxonomy taxonomy, @Nullable UUID id) {
		return (id == null) ? null : find(taxonomy, id).orElseThrow();
	}

	Stream<TaxonomyEntry> entries(Taxonomy taxonomy, Collection<UUID> ids) {
		return of(taxonomy).stream().filter((entry) -> ids.contains(entry.getId()));
	}

	@Nullable CollectiveSession session(@Nullable Integer rank) {
		return this.sessions.stream()
			.filter((session) -> rank != null && session.getRank() == rank)
			.findFirst()
			.orElse(null);
	}

	private Optional<TaxonomyEntry> find(Taxonomy taxonomy, UUID id) {
		return this.entries.stream()
			.filter((entry) -> entry.getTaxonomy() == taxonomy && entry.getId().equals(id))
			.findFirst();
	}

}
