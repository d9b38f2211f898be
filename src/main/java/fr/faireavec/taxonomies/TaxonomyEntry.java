package fr.faireavec.taxonomies;

import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/** One entry of a list. Renamed or retired, never deleted. */
@Entity
public class TaxonomyEntry extends Identified {

	@Enumerated(EnumType.STRING)
	private Taxonomy taxonomy;

	private String label;

	private int rank;

	private boolean beyondConcertation;

	private @Nullable LocalDate retiredOn;

	@SuppressWarnings("NullAway.Init")
	protected TaxonomyEntry() {
	}

	public TaxonomyEntry(UUID id, Taxonomy taxonomy, String label, int rank) {
		super(id);
		this.taxonomy = taxonomy;
		this.label = label;
		this.rank = rank;
	}

	public Taxonomy getTaxonomy() {
		return this.taxonomy;
	}

	public String getLabel() {
		return this.label;
	}

	/** Place in its list, from 1; for a level, how much power is shared. */
	public int getRank() {
		return this.rank;
	}

	/** A level where the usagers hold a share of the power: 4 and above as shipped. */
	public boolean isBeyondConcertation() {
		return this.beyondConcertation;
	}

	public @Nullable LocalDate getRetiredOn() {
		return this.retiredOn;
	}

}
