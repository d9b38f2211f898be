package fr.faireavec.cohorts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursArchived;
import fr.faireavec.parcours.ParcoursCancelled;
import fr.faireavec.parcours.ParcoursClosed;
import fr.faireavec.parcours.ParcoursReopened;
import fr.faireavec.parcours.ParcoursStatus;
import fr.faireavec.structures.Structure;
import fr.faireavec.structures.StructureKeeping;
import fr.faireavec.structures.StructureProfile;
import fr.faireavec.structures.Structures;
import fr.faireavec.taxonomies.TaxonomyEntries;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.templates.Frameworks;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Structures come into a parcours, say what they aim at, and see it through. */
@Component
@Transactional
public class Enrolling {

	private static final String FORM = "enrolment";

	private final AllParcours allParcours;

	private final Structures structures;

	private final StructureKeeping keeping;

	private final Enrolments enrolments;

	private final Mandates mandates;

	private final TaxonomyEntries entries;

	private final Frameworks frameworks;

	private final Leaving leaving;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Enrolling(AllParcours allParcours, Structures structures, StructureKeeping keeping, Enrolments enrolments,
			Mandates mandates, TaxonomyEntries entries, Frameworks frameworks, Leaving leaving, OnceOnly onceOnly,
			ApplicationEventPublisher events, Clock clock) {
		this.allParcours = allParcours;
		this.structures = structures;
		this.keeping = keeping;
		this.enrolments = enrolments;
		this.mandates = mandates;
		this.entries = entries;
		this.frameworks = frameworks;
		this.leaving = leaving;
		this.onceOnly = onceOnly;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * A structure comes in; its individual meetings appear with it.
	 * @throws Refusal when it is there already, or the parcours is no longer open
	 */
	public Enrolment enrol(UUID parcoursId, UUID structureId, LocalDate activeFrom) {
		return enrol(Ids.next(), parcoursId, structureId, activeFrom);
	}

	/** The same by a form: sent twice, it gives the same participation. */
	public Enrolment enrol(UUID key, UUID parcoursId, UUID structureId, LocalDate activeFrom) {
		UUID id = this.onceOnly.idOf(key, FORM, parcoursId, structureId, activeFrom);
		return this.enrolments.in(parcoursId, id).orElseGet(() -> {
			Parcours parcours = open(parcoursId, activeFrom);
			Structure structure = this.structures.findById(structureId)
				.orElseThrow(() -> Refusal.of("structure", "cohorts.structure.unknown"));
			this.enrolments.ofStructure(parcoursId, structureId).ifPresent((there) -> {
				throw Refusal.of("structure",
						(there.getWithdrawnOn() == null) ? "cohorts.alreadyEnrolled" : "cohorts.enrolledAndGone",
						structure.getName());
			});
			return opened(new Enrolment(id, parcours, structure, activeFrom));
		});
	}

	/** What makes one look twice before a new sheet; nothing once it is enrolled. */
	@Transactional(readOnly = true)
	public List<Warning> warnings(UUID key, UUID parcoursId, StructureProfile profile, LocalDate activeFrom) {
		return this.onceOnly.made(key, FORM, parcoursId, profile, activeFrom).isPresent() ? List.of()
				: this.keeping.warnings(key, profile);
	}

	/**
	 * Opens the sheet of a structure nobody knew and lets it in, both or neither.
	 * @throws Refusal when another sheet has its SIRET, or the parcours is no longer open
	 */
	public Enrolment enrolNew(UUID key, UUID parcoursId, StructureProfile profile, LocalDate activeFrom) {
		UUID id = this.onceOnly.idOf(key, FORM, parcoursId, profile, activeFrom);
		return this.enrolments.in(parcoursId, id).orElseGet(() -> {
			Parcours parcours = open(parcoursId, activeFrom);
			Structure structure = this.keeping.register(Ids.next(), profile);
			return opened(new Enrolment(id, parcours, structure, activeFrom));
		});
	}

	/** The level or levels of involvement it chooses to aim at. */
	public void aimAt(UUID parcoursId, UUID enrolmentId, Collection<UUID> levelIds) {
		Enrolment enrolment = in(parcoursId, enrolmentId);
		enrolment.getParcours().requireItsPeople();
		// Reads the whole scale at once, rather than one level after the other.
		this.frameworks.whole(enrolment.getParcours().getFramework().getId());
		String before = labels(enrolment.getAimedLevels());
		List<TaxonomyEntry> levels = this.entries.findAllById(levelIds);
		if (levels.size() != Set.copyOf(levelIds).size()) {
			throw Refusal.of("levels", "cohorts.levels.unknown");
		}
		enrolment.aimAt(levels);
		tell("enrolment.aimed", enrolment, Changes.none().note("levels", before, labels(enrolment.getAimedLevels())));
	}

	/**
	 * How many different usagers took part in all, as estimated once at the end; null
	 * takes it back.
	 */
	public void estimateDistinctServiceUsers(UUID parcoursId, UUID enrolmentId, @Nullable Integer people) {
		Enrolment enrolment = in(parcoursId, enrolmentId);
		enrolment.getParcours().requireItsPeople();
		Changes changes = Changes.none().note("distinctServiceUsers", enrolment.getDistinctServiceUsers(), people);
		enrolment.estimateDistinctServiceUsers(people);
		tell("enrolment.estimated", enrolment, changes);
	}

	/** Those still there that day; one that said it would leave later saw it through. */
	@EventListener
	void complete(ParcoursClosed closed) {
		for (Enrolment enrolment : this.enrolments.ofParcours(closed.parcoursId())) {
			if (enrolment.getState() == EnrolmentState.ACTIVE && enrolment.hasLeftOn(closed.on())) {
				this.leaving.leave(enrolment);
			}
			enrolment.complete();
		}
	}

	@EventListener
	void endMandates(ParcoursArchived archived) {
		lapse(archived.parcoursId(), archived.on());
	}

	@EventListener
	void endMandates(ParcoursCancelled cancelled) {
		lapse(cancelled.parcoursId(), cancelled.on());
	}

	private void lapse(UUID parcoursId, LocalDate on) {
		for (Mandate mandate : this.mandates.ofParcours(parcoursId)) {
			if (mandate.getState() == MandateState.ACTIVE) {
				mandate.lapse(on);
			}
		}
	}

	/**
	 * Takes part again whoever was completed by the closing; the mandates that an
	 * archiving or a cancelling ended go on, but for those of a structure that left.
	 */
	@EventListener
	void goOn(ParcoursReopened reopened) {
		for (Enrolment enrolment : this.enrolments.ofParcours(reopened.parcoursId())) {
			boolean gone = enrolment.hasLeftOn(enrolment.getParcours().today(this.clock));
			if (reopened.from() == ParcoursStatus.CLOSED) {
				enrolment.goOn(gone);
			}
			else if (!gone) {
				this.leaving.goOn(enrolment, reopened.endedOn());
			}
		}
	}

	private Parcours open(UUID parcoursId, LocalDate activeFrom) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow(NotFound::new);
		parcours.requireOpenToWork();
		if (activeFrom.isAfter(parcours.getEndsOn())) {
			throw Refusal.of("activeFrom", "cohorts.afterParcours", parcours.getEndsOn());
		}
		return parcours;
	}

	private Enrolment opened(Enrolment enrolment) {
		Enrolment saved = this.enrolments.saveAndFlush(enrolment);
		this.events.publishEvent(new EnrolmentOpened(saved));
		return saved;
	}

	private Enrolment in(UUID parcoursId, UUID enrolmentId) {
		return this.enrolments.in(parcoursId, enrolmentId).orElseThrow(NotFound::new);
	}

	private void tell(String what, Enrolment enrolment, Changes changes) {
		this.events.publishEvent(new Noted(what, enrolment.getId(), enrolment.getParcours().getId(),
				enrolment.getStructure().getName(), changes));
	}

	private static String labels(Collection<TaxonomyEntry> levels) {
		List<String> labels = levels.stream().map(TaxonomyEntry::getLabel).sorted().toList();
		return String.join(", ", labels);
	}

}
