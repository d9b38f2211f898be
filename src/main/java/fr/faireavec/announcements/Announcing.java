package fr.faireavec.announcements;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the pilots and copilots of a parcours that its bilan is to be published, so that
 * each structure reads what it will say of it and takes back what it does not want told.
 */
@Component
@Transactional
public class Announcing {

	private final AllParcours allParcours;

	private final Announcements announcements;

	private final Mandates mandates;

	private final WordsTold told;

	private final Outbox outbox;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Announcing(AllParcours allParcours, Announcements announcements, Mandates mandates, WordsTold told, Outbox outbox,
			ApplicationEventPublisher events, Clock clock) {
		this.allParcours = allParcours;
		this.announcements = announcements;
		this.mandates = mandates;
		this.told = told;
		this.outbox = outbox;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Announces a bilan: a letter to each. Announced already for the same period, nothing
	 * is said again; for another one, its seven days begin anew.
	 * @throws Refusal when the parcours has not started, or the period cannot be
	 */
	public Announcement announce(UUID parcoursId, LocalDate from, LocalDate to) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow(NotFound::new);
		DayKind.FILTER.require("from", from, from);
		DayKind.FILTER.require("to", to, to);
		if (to.isBefore(from) || !parcours.getStatus().hasStarted()) {
			throw Refusal.of("to", "announcements.notYet", parcours.getName());
		}
		this.announcements.waitForTurn();
		Optional<Announcement> known = this.announcements.underWay(parcoursId);
		if (known.isPresent() && known.get().from().equals(from) && known.get().to().equals(to)) {
			return known.get();
		}
		Instant now = this.clock.instant();
		known.ifPresent((former) -> this.announcements.end(former.id(), now));
		Announcement made = new Announcement(Ids.next(), parcoursId, from, to, now);
		this.announcements.add(made);
		this.mandates.peopleOn(parcoursId, parcours.today(this.clock))
			.forEach((reader) -> this.outbox.post(Posting.of(AnnouncedLetter.NAME, reader, made.id())));
		this.events.publishEvent(new Noted("bilan.announced", parcoursId, parcoursId, parcours.getName(),
				Changes.none().note("periodFrom", null, from).note("periodTo", null, to)));
		return made;
	}

	/**
	 * A structure does not want this told.
	 * @param actionId an action of its own; null for its name in the narrative
	 * @throws NotFound when nothing of the kind would be told
	 * @throws Refusal when no bilan is announced, or it was published meanwhile
	 */
	public void takeBack(UUID parcoursId, UUID enrolmentId, @Nullable UUID actionId) {
		ToldOfUs ours = ours(parcoursId, enrolmentId, actionId);
		if (this.announcements.withhold(parcoursId, enrolmentId, actionId, this.clock.instant())) {
			note("bilan.withheld", parcoursId, ours, actionId);
		}
	}

	/**
	 * It may be told after all.
	 * @throws NotFound when nothing of the kind would be told
	 * @throws Refusal when no bilan is announced, or it was published meanwhile
	 */
	public void giveBack(UUID parcoursId, UUID enrolmentId, @Nullable UUID actionId) {
		ToldOfUs ours = ours(parcoursId, enrolmentId, actionId);
		if (this.announcements.giveBack(enrolmentId, actionId, this.clock.instant())) {
			note("bilan.givenBack", parcoursId, ours, actionId);
		}
	}

	/** It is published: what was announced is over. */
	public void published(UUID parcoursId) {
		this.announcements.underWay(parcoursId)
			.ifPresent((announcement) -> this.announcements.end(announcement.id(), this.clock.instant()));
	}

	private ToldOfUs ours(UUID parcoursId, UUID enrolmentId, @Nullable UUID actionId) {
		this.announcements.waitForTurn();
		Announcement announced = this.announcements.underWay(parcoursId)
			.orElseThrow(() -> new Refusal("announcements.over"));
		return this.told.of(parcoursId, announced.from(), announced.to())
			.stream()
			.filter((told) -> told.enrolmentId().equals(enrolmentId) && told.says(actionId))
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	private void note(String what, UUID parcoursId, ToldOfUs ours, @Nullable UUID actionId) {
		List<String> titles = ours.actions()
			.stream()
			.filter((action) -> action.id().equals(actionId))
			.map(ToldOfUs.Action::title)
			.toList();
		this.events.publishEvent(new Noted(what, ours.enrolmentId(), parcoursId, ours.structure(),
				titles.isEmpty() ? Changes.none() : Changes.none().note("told", null, titles.getFirst())));
	}

}
