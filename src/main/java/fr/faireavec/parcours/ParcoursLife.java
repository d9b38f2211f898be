package fr.faireavec.parcours;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts, closes, archives and cancels parcours, and goes back on that. */
@Component
@Transactional
public class ParcoursLife {

	private final AllParcours allParcours;

	private final List<ClosingObstacles> obstacles;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	ParcoursLife(AllParcours allParcours, List<ClosingObstacles> obstacles, ApplicationEventPublisher events,
			Clock clock) {
		this.allParcours = allParcours;
		this.obstacles = obstacles;
		this.events = events;
		this.clock = clock;
	}

	public void start(UUID id, int version) {
		Parcours parcours = at(id, version);
		parcours.start(this.clock.instant());
		tell("parcours.started", parcours, null);
	}

	/** What rule 13 still asks for; empty when the parcours may be closed. */
	@Transactional(readOnly = true)
	public List<ClosingObstacles.Obstacle> obstacles(UUID id) {
		return this.obstacles.stream().flatMap((room) -> room.inTheWayOf(id).stream()).toList();
	}

	/**
	 * Closes it: its people stay in to complete actions and answer at six months. What is
	 * still open is cancelled, for the reason written.
	 * @throws Refusal when something is not held nor cancelled and no reason is written,
	 * or somebody signed for a day that is not said held
	 */
	public void close(UUID id, int version, @Nullable String override) {
		Parcours parcours = at(id, version);
		String reason = (override == null || override.isBlank()) ? null : override.strip();
		if (reason == null && !obstacles(id).isEmpty()) {
			throw Refusal.of("reason", "parcours.close.reasonNeeded");
		}
		this.obstacles.forEach((room) -> room.refuseEnding(id));
		parcours.close(this.clock.instant(), reason);
		this.events.publishEvent(new ParcoursClosed(id, parcours.today(this.clock), reason));
		tell("parcours.closed", parcours, reason);
	}

	/** Archives it: mandates end. */
	public void archive(UUID id, int version) {
		Parcours parcours = at(id, version);
		parcours.archive(this.clock.instant());
		this.events.publishEvent(new ParcoursArchived(id, parcours.today(this.clock)));
		tell("parcours.archived", parcours, null);
	}

	/** Gives it up: mandates end, and what is still open is cancelled for that reason. */
	public void cancel(UUID id, int version, @Nullable String reason) {
		Parcours parcours = at(id, version);
		if (reason == null || reason.isBlank()) {
			throw Refusal.of("reason", "parcours.cancel.reasonNeeded");
		}
		this.obstacles.forEach((room) -> room.refuseEnding(id));
		parcours.cancel(this.clock.instant(), reason.strip());
		this.events.publishEvent(new ParcoursCancelled(id, parcours.today(this.clock), reason.strip()));
		tell("parcours.cancelled", parcours, reason);
	}

	/** What was given up in it, and stays so when it is reopened. */
	@Transactional(readOnly = true)
	public List<ClosingObstacles.Obstacle> givenUp(UUID id) {
		return this.obstacles.stream().flatMap((room) -> room.givenUpIn(id).stream()).toList();
	}

	/**
	 * Goes back on its end: an archived one is closed again, a closed or a cancelled one
	 * open to work. What was cancelled stays so; a published bilan does not change.
	 * @throws Refusal when it has not ended, or no reason is written
	 */
	public void reopen(UUID id, int version, @Nullable String reason) {
		Parcours parcours = this.allParcours.whole(id).orElseThrow(NotFound::new);
		parcours.requireVersion(version);
		if (reason == null || reason.isBlank()) {
			throw Refusal.of("reason", "parcours.reopen.reasonNeeded");
		}
		ParcoursStatus from = parcours.getStatus();
		LocalDate endedOn = parcours.endedOn();
		parcours.reopen();
		this.allParcours.flush();
		this.events.publishEvent(
				new ParcoursReopened(id, from, Objects.requireNonNullElse(endedOn, parcours.today(this.clock))));
		tell("parcours.reopened." + from, parcours, reason.strip());
	}

	private Parcours at(UUID id, int version) {
		Parcours parcours = this.allParcours.findById(id).orElseThrow(NotFound::new);
		parcours.requireVersion(version);
		return parcours;
	}

	private void tell(String what, Parcours parcours, @Nullable String reason) {
		this.events.publishEvent(new Noted(what, parcours.getId(), parcours.getId(), parcours.getName(),
				Changes.none().note("reason", null, reason)));
	}

}
