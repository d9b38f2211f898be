package fr.faireavec.templates;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Ids;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/**
 * What a programme works with: themes, levers, a scale if it has one, and what it asks.
 */
@Entity
public class Framework extends Identified {

	private boolean asksPeople;

	@ElementCollection
	@CollectionTable(name = "framework_entry", joinColumns = @JoinColumn(name = "framework_id"))
	private List<Placed> entries = new ArrayList<>();

	protected Framework() {
	}

	Framework(UUID id, boolean asksPeople) {
		super(id);
		this.asksPeople = asksPeople;
	}

	/** A copy of its own for a parcours: later edits of the template never reach it. */
	public Framework copy() {
		Framework copy = new Framework(Ids.next(), this.asksPeople);
		this.entries.forEach((placed) -> copy.entries.add(new Placed(placed.entry, placed.position)));
		return copy;
	}

	/** Whether its actions say how many people were reached and involved. */
	public boolean asksPeople() {
		return this.asksPeople;
	}

	public boolean hasScale() {
		return this.entries.stream().anyMatch((placed) -> placed.entry.getTaxonomy() == Taxonomy.LEVEL);
	}

	/** Its themes, levers or levels, in their order. */
	public List<TaxonomyEntry> entries(Taxonomy taxonomy) {
		return this.entries.stream()
			.filter((placed) -> placed.entry.getTaxonomy() == taxonomy)
			.sorted(Comparator.comparingInt((placed) -> placed.position))
			.map((placed) -> placed.entry)
			.toList();
	}

	/** An entry and its place. */
	@Embeddable
	static class Placed {

		@ManyToOne(fetch = FetchType.LAZY, optional = false)
		private TaxonomyEntry entry;

		private int position;

		@SuppressWarnings("NullAway.Init")
		protected Placed() {
		}

		Placed(TaxonomyEntry entry, int position) {
			this.entry = entry;
			this.position = position;
		}

	}

}
