package fr.faireavec.parcours;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderReaders;
import fr.faireavec.funders.Funders;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agrees and amends the conventions that pay for a parcours. */
@Component
@Transactional
public class ConventionKeeping {

	private final AllParcours allParcours;

	private final Funders funders;

	private final FunderReaders readers;

	private final Conventions conventions;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ConventionKeeping(AllParcours allParcours, Funders funders, FunderReaders readers, Conventions conventions,
			OnceOnly onceOnly, ApplicationEventPublisher events, Clock clock) {
		this.allParcours = allParcours;
		this.funders = funders;
		this.readers = readers;
		this.conventions = conventions;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Ties a funder to a parcours, which its readers read from now on: the same form sent
	 * twice gives the same convention.
	 * @throws Refusal when this funder has another one of this number here
	 */
	public Convention agree(UUID key, UUID parcoursId, UUID funderId, ConventionTerms terms) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow(NotFound::new);
		UUID id = this.onceOnly.idOf(key, "convention", parcoursId, funderId, terms);
		return this.conventions.in(parcoursId, id).orElseGet(() -> {
			Funder funder = this.funders.findById(funderId)
				.orElseThrow(() -> Refusal.of("funder", "conventions.funder.unknown"));
			refuseUnlikely(terms);
			refuseTaken(parcoursId, funder, id, terms);
			Convention convention = this.conventions.saveAndFlush(new Convention(id, parcours, funder, terms));
			tell("convention.agreed", convention, Changes.none().note("amount", null, terms.amount()));
			this.readers.of(funder)
				.forEach((reader) -> this.events
					.publishEvent(new WaysInChanged(reader.getPerson().getId(), WaysInChanged.Reason.SEAT)));
			return convention;
		});
	}

	/** Writes what the convention now says; its funder stays. */
	public Convention amend(UUID parcoursId, UUID conventionId, int version, ConventionTerms terms) {
		Convention convention = this.conventions.in(parcoursId, conventionId).orElseThrow(NotFound::new);
		convention.requireVersion(version);
		refuseUnlikely(terms);
		refuseTaken(parcoursId, convention.getFunder(), conventionId, terms);
		Changes changes = changes(convention.getTerms(), terms);
		convention.agree(terms);
		this.conventions.flush();
		tell("convention.amended", convention, changes);
		return convention;
	}

	private void refuseUnlikely(ConventionTerms terms) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		DayKind.COURSE.require("startsOn", terms.startsOn(), today);
		DayKind.COURSE.require("endsOn", terms.endsOn(), today);
		DayKind.TERM.require("reportDueOn", terms.reportDueOn(), today);
		DayKind.TERM.require("evidenceUntil", terms.evidenceUntil(), today);
	}

	private void refuseTaken(UUID parcoursId, Funder funder, UUID id, ConventionTerms terms) {
		if (this.conventions.numberTaken(parcoursId, funder.getId(), terms.number(), id)) {
			throw Refusal.of("number", "conventions.number.taken", terms.number(), funder.getName());
		}
	}

	private void tell(String what, Convention convention, Changes changes) {
		this.events.publishEvent(new Noted(what, convention.getId(), convention.getParcours().getId(),
				convention.getFunder().getName() + ", " + convention.getTerms().number(), changes));
	}

	private static Changes changes(ConventionTerms before, ConventionTerms after) {
		return Changes.none()
			.note("number", before.number(), after.number())
			.note("amount", before.amount(), after.amount())
			.note("startsOn", before.startsOn(), after.startsOn())
			.note("endsOn", before.endsOn(), after.endsOn())
			.note("targetStructures", before.targetStructures(), after.targetStructures())
			.note("targetSessions", before.targetSessions(), after.targetSessions())
			.note("targetMeetings", before.targetMeetings(), after.targetMeetings())
			.note("targetPeople", before.targetPeople(), after.targetPeople())
			.note("targetActions", before.targetActions(), after.targetActions())
			.note("reportDueOn", before.reportDueOn(), after.reportDueOn())
			.note("evidenceUntil", before.evidenceUntil(), after.evidenceUntil());
	}

}
