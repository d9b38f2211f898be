package fr.faireavec.taxonomies;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, renames, moves, retires and restores the entries of the lists; deletes none. */
@Component
@Transactional
public class ListKeeping {

	private final TaxonomyEntries entries;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ListKeeping(TaxonomyEntries entries, OnceOnly onceOnly, ApplicationEventPublisher events, Clock clock) {
		this.entries = entries;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Adds an entry at the end of its list; the same form sent twice adds one.
	 * @throws Refusal on a scale, or when the list already says so
	 */
	public TaxonomyEntry add(UUID key, Taxonomy taxonomy, String label) {
		UUID id = this.onceOnly.idOf(key, "entry", taxonomy, label);
		List<TaxonomyEntry> all = this.entries.held(taxonomy);
		var already = all.stream().filter((entry) -> entry.getId().equals(id)).findFirst();
		if (already.isPresent()) {
			return already.get();
		}
		if (taxonomy.isScale()) {
			throw new Refusal("taxonomies.scale");
		}
		requireFree(all, id, label);
		int last = all.stream().mapToInt(TaxonomyEntry::getRank).max().orElse(0);
		TaxonomyEntry entry = this.entries.saveAndFlush(new TaxonomyEntry(id, taxonomy, label, last + 1));
		note("list.added", entry, Changes.none());
		return entry;
	}

	/**
	 * Renames an entry, and says whether a level goes beyond concertation. What was
	 * published keeps the words of then.
	 */
	public TaxonomyEntry rename(Taxonomy taxonomy, UUID id, int version, String label, boolean beyond,
			String explanation) {
		TaxonomyEntry entry = in(taxonomy, id);
		entry.requireVersion(version);
		if (!entry.isRetired()) {
			requireFree(this.entries.held(taxonomy), id, label);
		}
		Changes changes = Changes.none()
			.note("label", entry.getLabel(), label)
			.note("beyondConcertation", entry.isBeyondConcertation(), beyond && taxonomy.isScale())
			.note("explanation", entry.getExplanation(), taxonomy.isScale() ? explanation : "");
		entry.rename(label, today());
		entry.count(beyond);
		entry.explain(explanation);
		this.entries.saveAndFlush(entry);
		if (!changes.isEmpty()) {
			note("list.renamed", entry, changes);
		}
		return entry;
	}

	/** Offers it no longer; whatever holds it keeps it. */
	public TaxonomyEntry retire(Taxonomy taxonomy, UUID id) {
		TaxonomyEntry entry = in(taxonomy, id);
		if (!entry.isRetired()) {
			entry.retire(today());
			note("list.retired", entry, Changes.none());
		}
		return entry;
	}

	/**
	 * Offers it again, where it stood.
	 * @throws Refusal when another entry says the same by now
	 */
	public TaxonomyEntry restore(Taxonomy taxonomy, UUID id) {
		TaxonomyEntry entry = in(taxonomy, id);
		if (entry.isRetired()) {
			requireFree(this.entries.held(taxonomy), id, entry.getLabel());
			entry.restore();
			this.entries.saveAndFlush(entry);
			note("list.restored", entry, Changes.none());
		}
		return entry;
	}

	/** One place up or down among those offered; at either end nothing moves. */
	public TaxonomyEntry move(Taxonomy taxonomy, UUID id, boolean up) {
		if (taxonomy.isScale()) {
			throw new Refusal("taxonomies.scale");
		}
		List<TaxonomyEntry> all = this.entries.held(taxonomy);
		TaxonomyEntry entry = all.stream()
			.filter((one) -> one.getId().equals(id))
			.findFirst()
			.orElseThrow(NotFound::new);
		List<TaxonomyEntry> offered = new ArrayList<>(all.stream().filter((one) -> !one.isRetired()).toList());
		int from = offered.indexOf(entry);
		int to = up ? from - 1 : from + 1;
		if (from < 0 || to < 0 || to >= offered.size()) {
			return entry;
		}
		offered.remove(from);
		offered.add(to, entry);
		List<TaxonomyEntry> order = new ArrayList<>(offered);
		order.addAll(all.stream().filter(TaxonomyEntry::isRetired).toList());
		for (int i = 0; i < order.size(); i++) {
			order.get(i).standAt(i + 1);
		}
		note("list.moved", entry, Changes.none().note("rank", from + 1, to + 1));
		return entry;
	}

	private static void requireFree(List<TaxonomyEntry> all, UUID id, String label) {
		boolean taken = all.stream()
			.anyMatch((other) -> !other.isRetired() && !other.getId().equals(id)
					&& other.getLabel().equalsIgnoreCase(label));
		if (taken) {
			throw Refusal.of("label", "taxonomies.taken");
		}
	}

	private TaxonomyEntry in(Taxonomy taxonomy, UUID id) {
		return this.entries.in(taxonomy, id).orElseThrow(NotFound::new);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(Zones.PARIS));
	}

	private void note(String what, TaxonomyEntry entry, Changes changes) {
		this.events.publishEvent(new Noted(what, entry.getId(), null, entry.getLabel(), changes));
	}

}
