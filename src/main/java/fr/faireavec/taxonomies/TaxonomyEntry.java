package fr.faireavec.taxonomies;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import org.jspecify.annotations.Nullable;

/** One entry of a list. Renamed or retired, never deleted. */
@Entity
public class TaxonomyEntry extends Identified {

	@Enumerated(EnumType.STRING)
	private Taxonomy taxonomy;

	private String label;

	private int rank;

	private boolean beyondConcertation;

	private String explanation = "";

	private @Nullable LocalDate retiredOn;

	@ElementCollection
	@CollectionTable(name = "taxonomy_former_label", joinColumns = @JoinColumn(name = "entry_id"))
	@OrderBy("until")
	private List<FormerLabel> formerLabels = new ArrayList<>();

	@SuppressWarnings("NullAway.Init")
	protected TaxonomyEntry() {
	}

	public TaxonomyEntry(UUID id, Taxonomy taxonomy, String label, int rank) {
		super(id);
		this.taxonomy = taxonomy;
		this.label = label;
		this.rank = rank;
	}

	/** Calls it otherwise; what it was called is kept. */
	void rename(String newLabel, LocalDate on) {
		if (!newLabel.equals(this.label)) {
			this.formerLabels.add(new FormerLabel(this.label, on));
			this.label = newLabel;
		}
	}

	/** Only a level may be so. */
	void count(boolean beyond) {
		this.beyondConcertation = beyond && this.taxonomy.isScale();
	}

	/** What it means, in a sentence and an example; of a scale alone. */
	void explain(String newExplanation) {
		this.explanation = this.taxonomy.isScale() ? newExplanation : "";
	}

	void retire(LocalDate on) {
		if (this.retiredOn == null) {
			this.retiredOn = on;
		}
	}

	void restore() {
		this.retiredOn = null;
	}

	void standAt(int place) {
		this.rank = place;
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

	/** Empty where nobody wrote it. */
	public String getExplanation() {
		return this.explanation;
	}

	public @Nullable LocalDate getRetiredOn() {
		return this.retiredOn;
	}

	public boolean isRetired() {
		return this.retiredOn != null;
	}

	/** What it was called before, the oldest first. */
	public List<FormerLabel> getFormerLabels() {
		return List.copyOf(this.formerLabels);
	}

}
