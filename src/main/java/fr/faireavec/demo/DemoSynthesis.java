package fr.faireavec.demo;

import java.time.LocalDate;
import java.util.List;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.syntheses.Agreeing;
import fr.faireavec.syntheses.OfferedStructure;
import fr.faireavec.syntheses.Offers;
import fr.faireavec.syntheses.Opening;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The public page of a parcours, and what its structures let it show. */
@Component
@ConditionalOnBooleanProperty("faireavec.demo")
class DemoSynthesis {

	/** The others have not answered. */
	private static final int ANSWERS = 5;

	private final Opening opening;

	private final Agreeing agreeing;

	private final Offers offers;

	private final Mandates mandates;

	private final DemoEvidence evidence;

	DemoSynthesis(Opening opening, Agreeing agreeing, Offers offers, Mandates mandates, DemoEvidence evidence) {
		this.opening = opening;
		this.agreeing = agreeing;
		this.offers = offers;
		this.mandates = mandates;
		this.evidence = evidence;
	}

	/**
	 * Opens it on a version.
	 * @param pictured the title of the action that has a photo
	 */
	void open(Parcours parcours, int version, LocalDate day, String pictured) {
		this.opening.open(parcours, version);
		List<OfferedStructure> telling = this.offers.of(parcours)
			.stream()
			.filter((structure) -> !structure.actions().isEmpty())
			.limit(ANSWERS)
			.toList();
		List<Mandate> mandated = this.mandates.expectedOn(parcours.getId(), day);
		for (OfferedStructure structure : telling) {
			Person pilot = mandated.stream()
				.filter((mandate) -> mandate.getEnrolment().getId().equals(structure.enrolmentId())
						&& mandate.getRole() == MandateRole.PILOT)
				.map(Mandate::getPerson)
				.findFirst()
				.orElseThrow();
			OfferedStructure.Action action = structure.actions()
				.stream()
				.filter((one) -> one.title().equals(pictured))
				.findFirst()
				.orElse(structure.actions().getFirst());
			Impersonation.as(pilot, () -> {
				this.agreeing.allow(parcours, structure.enrolmentId(), null);
				this.agreeing.allow(parcours, structure.enrolmentId(), action.id());
				if (action.title().equals(pictured)) {
					this.evidence.table(parcours.getId(), action.id());
				}
			});
		}
	}

}
