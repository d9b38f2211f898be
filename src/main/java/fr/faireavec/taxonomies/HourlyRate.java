package fr.faireavec.taxonomies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What a volunteer's hour is worth from a day on, in €/h. */
@Entity
@Table(name = "valuation_rate")
public class HourlyRate extends Identified {

	private String label;

	private BigDecimal eurosPerHour;

	private LocalDate validFrom;

	private String source;

	private @Nullable LocalDate retiredOn;

	@SuppressWarnings("NullAway.Init")
	protected HourlyRate() {
	}

	HourlyRate(UUID id, RateTerms terms) {
		super(id);
		this.label = terms.label();
		this.eurosPerHour = terms.eurosPerHour();
		this.validFrom = terms.validFrom();
		this.source = terms.source();
	}

	void agree(RateTerms terms) {
		this.label = terms.label();
		this.eurosPerHour = terms.eurosPerHour();
		this.validFrom = terms.validFrom();
		this.source = terms.source();
	}

	void retire(LocalDate on) {
		if (this.retiredOn == null) {
			this.retiredOn = on;
		}
	}

	void restore() {
		this.retiredOn = null;
	}

	public RateTerms getTerms() {
		return new RateTerms(this.label, this.eurosPerHour, this.validFrom, this.source);
	}

	public @Nullable LocalDate getRetiredOn() {
		return this.retiredOn;
	}

	public boolean isRetired() {
		return this.retiredOn != null;
	}

}
