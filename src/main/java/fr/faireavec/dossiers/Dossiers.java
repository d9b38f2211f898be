package fr.faireavec.dossiers;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.bilans.BesideBilan;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Seat;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for the dossier of a convention, hands it out, opens it to the readers of its
 * funder. Those who run the parcours have all of them; a reader, those that were opened
 * to her.
 */
@Component
@Transactional
public class Dossiers implements BesideBilan {

	/** How long one is kept: another is made in minutes. */
	static final Duration LIFETIME = Duration.ofDays(30);

	private final DossierRows rows;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Dossiers(DossierRows rows, ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * One a convention for those who run the parcours; for a reader, those she may have.
	 * @throws NotFound for anybody else
	 */
	@Transactional(readOnly = true)
	public List<Dossier> of(Seat seat) {
		List<Dossier> all = this.rows.of(seat.parcours().getId());
		return switch (seat) {
			case Seat.Running running -> all;
			case Seat.Funding funding -> all.stream()
				.filter((one) -> one.isOpen() && funding.conventionIds().contains(one.conventionId()))
				.toList();
			case Seat.Piloting piloting -> throw new NotFound();
		};
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<Door> doorOf(Seat seat) {
		boolean offered = seat instanceof Seat.Running || (seat instanceof Seat.Funding && !of(seat).isEmpty());
		return offered
				? Optional.of(new Door("/parcours/" + seat.parcours().getSlug() + "/bilan/preuves", "dossiers.title"))
				: Optional.empty();
	}

	/**
	 * Asks for one, in the place of the former; while one is being made, nothing more.
	 */
	public void ask(Seat.Running seat, UUID conventionId) {
		Dossier former = find(seat, (one) -> one.conventionId().equals(conventionId));
		if (this.rows.ask(Ids.next(), conventionId, this.clock.instant())) {
			note("dossier.asked", seat, former);
		}
	}

	/**
	 * Lets the readers of that funder have it.
	 * @throws Refusal while there is none to hand out
	 */
	public void open(Seat.Running seat, UUID id) {
		Dossier dossier = find(seat, (one) -> id.equals(one.id()));
		if (!dossier.isReady()) {
			throw new Refusal("dossiers.notReady");
		}
		if (this.rows.open(id, this.clock.instant())) {
			note("dossier.opened", seat, dossier);
		}
	}

	public void close(Seat.Running seat, UUID id) {
		Dossier dossier = find(seat, (one) -> id.equals(one.id()));
		if (this.rows.open(id, null)) {
			note("dossier.closed", seat, dossier);
		}
	}

	public void remove(Seat.Running seat, UUID id) {
		Dossier dossier = find(seat, (one) -> id.equals(one.id()));
		if (this.rows.remove(id)) {
			note("dossier.removed", seat, dossier);
		}
	}

	/** Writes one out, whole. */
	@Transactional(readOnly = true)
	public void write(Dossier dossier, OutputStream to) {
		if (dossier.id() != null) {
			this.rows.write(dossier.id(), to);
		}
	}

	private Dossier find(Seat seat, Predicate<Dossier> which) {
		return of(seat).stream().filter(which).findFirst().orElseThrow(NotFound::new);
	}

	private void note(String what, Seat seat, Dossier dossier) {
		this.events.publishEvent(new Noted(what, dossier.conventionId(), seat.parcours().getId(),
				dossier.funder() + ", " + dossier.convention(), Changes.none()));
	}

}
