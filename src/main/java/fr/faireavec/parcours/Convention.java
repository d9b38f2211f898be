package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.funders.Funder;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;

/** The grant that ties a funder to a parcours, and what was promised. */
@Entity
public class Convention extends Identified {

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Parcours parcours;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	private Funder funder;

	@Embedded
	private ConventionTerms terms;

	@SuppressWarnings("NullAway.Init")
	protected Convention() {
	}

	Convention(UUID id, Parcours parcours, Funder funder, ConventionTerms terms) {
		super(id);
		this.parcours = parcours;
		this.funder = funder;
		agree(terms);
	}

	final void agree(ConventionTerms newTerms) {
		if (newTerms.endsOn().isBefore(newTerms.startsOn())) {
			throw Refusal.of("endsOn", "conventions.endBeforeStart");
		}
		LocalDate floor = this.parcours.keepsEvidenceUntil();
		if (newTerms.evidenceUntil() != null && newTerms.evidenceUntil().isBefore(floor)) {
			throw Refusal.of("evidenceUntil", "conventions.evidence.tooSoon", floor);
		}
		this.terms = newTerms;
	}

	public Parcours getParcours() {
		return this.parcours;
	}

	public Funder getFunder() {
		return this.funder;
	}

	public ConventionTerms getTerms() {
		return this.terms;
	}

}
