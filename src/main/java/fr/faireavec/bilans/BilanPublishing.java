package fr.faireavec.bilans;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.announcements.Announcements;
import fr.faireavec.announcements.Announcing;
import fr.faireavec.announcements.Withheld;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.narratives.Narrative;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursStatus;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Freezes the figures of a period, the actions shared with the bilan and a narrative into
 * a new version, which the funders of the parcours read from then on: a letter tells
 * their readers. Its files are made then and kept with it ({@link BilanPrinting}).
 */
@Component
@Transactional(isolation = Isolation.REPEATABLE_READ)
public class BilanPublishing {

	private final AllParcours allParcours;

	private final BilanFigures figures;

	private final Bilans bilans;

	private final Readers readers;

	private final Announcements announcements;

	private final Announcing announcing;

	private final ToldOfStructures told;

	private final Outbox outbox;

	private final OnceOnly onceOnly;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	BilanPublishing(AllParcours allParcours, BilanFigures figures, Bilans bilans, Readers readers,
			Announcements announcements, Announcing announcing, ToldOfStructures told, Outbox outbox, OnceOnly onceOnly,
			CurrentActor actor, ApplicationEventPublisher events, Clock clock) {
		this.allParcours = allParcours;
		this.figures = figures;
		this.bilans = bilans;
		this.readers = readers;
		this.announcements = announcements;
		this.announcing = announcing;
		this.told = told;
		this.outbox = outbox;
		this.onceOnly = onceOnly;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/** Publishes the next version, which tells what was done, whoever read it or not. */
	public Bilan publish(UUID parcoursId, BilanKind kind, LocalDate from, LocalDate to, String done, String haste) {
		return publish(Ids.next(), parcoursId, kind, from, to, Added.narrative(done, haste));
	}

	/**
	 * The same by a form: sent twice, it publishes once.
	 * @throws Refusal when the parcours has not started, or the period or the words
	 * cannot be
	 */
	public Bilan publish(UUID key, UUID parcoursId, BilanKind kind, LocalDate from, LocalDate to, Added added) {
		this.bilans.waitForTurn();
		this.announcements.waitForTurn();
		UUID id = this.onceOnly.idOf(key, "bilan", parcoursId, kind, from, to, added);
		Optional<Bilan> known = this.bilans.of(id).filter((bilan) -> bilan.parcoursId().equals(parcoursId));
		return known.orElseGet(() -> freeze(id, parcoursId, kind, new Period(from, to), added));
	}

	private Bilan freeze(UUID id, UUID parcoursId, BilanKind kind, Period period, Added added) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow(NotFound::new);
		ParcoursStatus status = parcours.getStatus();
		if (!status.hasStarted()) {
			throw new Refusal("bilans.publish.notStarted", parcours.getName());
		}
		UUID publishedBy = this.actor.personId();
		if (publishedBy == null) {
			throw new IllegalStateException("a bilan is published by somebody");
		}
		LiveBilan live = this.figures.live(parcoursId, period.from(), period.to());
		Synthesis synthesis = added.synthesis(live);
		requireNobodyNamed(parcoursId, added.narrative());
		boolean hasty = isHasty(parcoursId, period, added.haste());
		boolean closed = status == ParcoursStatus.CLOSED || status == ParcoursStatus.ARCHIVED;
		Bilan bilan = this.bilans.add(id, parcoursId, publishedBy,
				new BilanDocument(BilanFigures.FORMAT, BilanFigures.FORMULA, parcours.getName(),
						parcours.getProgramme(), parcours.getTerritory(), parcours.getStartsOn(), parcours.getEndsOn(),
						closed, this.bilans.nextNumber(parcoursId), kind,
						this.clock.instant().truncatedTo(ChronoUnit.SECONDS), "", added.narrative(), synthesis,
						live.figures(), live.told()));
		if (hasty) {
			this.bilans.hasten(id, added.haste());
		}
		this.announcing.published(parcoursId);
		this.events.publishEvent(new BilanPublished(id));
		this.events.publishEvent(new Noted("bilan.published", id, parcoursId, Integer.toString(bilan.number()),
				Changes.none()
					.note("periodFrom", null, period.from())
					.note("periodTo", null, period.to())
					.note("sha256", null, bilan.sha256())
					.note("haste", null, hasty ? added.haste() : null)));
		for (UUID reader : this.readers.peopleOf(parcoursId)) {
			this.outbox.post(Posting.of(PublishedLetter.NAME, reader, id).inOrder(parcoursId.toString()));
		}
		return bilan;
	}

	/** A structure that does not want to be named in the narrative is not. */
	private void requireNobodyNamed(UUID parcoursId, Narrative narrative) {
		List<UUID> unnamed = this.announcements.withheld(parcoursId)
			.stream()
			.filter((withheld) -> withheld.actionId() == null)
			.map(Withheld::enrolmentId)
			.toList();
		for (ToldOfStructures.Structure structure : this.told.structures(parcoursId)) {
			if (unnamed.contains(structure.enrolmentId())
					&& !ToldOfStructures.naming(narrative, structure.name()).isEmpty()) {
				throw new Refusal("bilans.publish.named", structure.name());
			}
		}
	}

	/**
	 * Whether its people had too little time to read what it says of them.
	 * @throws Refusal when it is not said why
	 */
	private boolean isHasty(UUID parcoursId, Period period, String haste) {
		boolean announced = this.announcements.underWay(parcoursId)
			.filter((announcement) -> announcement.allows(period.from(), period.to(), this.clock.instant()))
			.isPresent();
		if (!announced && haste.isEmpty()) {
			throw Refusal.of("haste", "bilans.publish.haste");
		}
		if (haste.length() > Added.LONGEST_HASTE) {
			throw Refusal.of("haste", "narratives.tooLong", Added.LONGEST_HASTE);
		}
		return !announced;
	}

}
