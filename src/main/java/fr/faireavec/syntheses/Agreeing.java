package fr.faireavec.syntheses;

import java.time.Clock;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Parcours;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A structure says what the public page of its parcours may show of it, and takes it back
 * when it wants.
 */
@Component
@Transactional
public class Agreeing {

	private final PublicSyntheses syntheses;

	private final Offers offers;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Agreeing(PublicSyntheses syntheses, Offers offers, ApplicationEventPublisher events, Clock clock) {
		this.syntheses = syntheses;
		this.offers = offers;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * It may be shown.
	 * @param actionId an action of its own, which the bilan may tell; null for its name
	 * @throws NotFound when there is no such thing to show
	 */
	public void allow(Parcours parcours, UUID enrolmentId, @Nullable UUID actionId) {
		this.syntheses.waitForTurn();
		OfferedStructure structure = offered(parcours, enrolmentId);
		if (actionId != null && title(structure, actionId) == null) {
			throw new NotFound();
		}
		if (this.syntheses.allow(parcours.getId(), enrolmentId, actionId, this.clock.instant())) {
			note("bilan.allowed", parcours, structure, actionId);
		}
	}

	/**
	 * It is shown no more, from the next time somebody reads.
	 * @throws NotFound when the structure takes no part
	 */
	public void withdraw(Parcours parcours, UUID enrolmentId, @Nullable UUID actionId) {
		this.syntheses.waitForTurn();
		OfferedStructure structure = offered(parcours, enrolmentId);
		if (this.syntheses.withdraw(parcours.getId(), enrolmentId, actionId, this.clock.instant())) {
			note("bilan.disallowed", parcours, structure, actionId);
		}
	}

	private OfferedStructure offered(Parcours parcours, UUID enrolmentId) {
		return this.offers.of(parcours)
			.stream()
			.filter((structure) -> structure.enrolmentId().equals(enrolmentId))
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	private static @Nullable String title(OfferedStructure structure, UUID actionId) {
		return structure.actions()
			.stream()
			.filter((action) -> action.id().equals(actionId))
			.map(OfferedStructure.Action::title)
			.findFirst()
			.orElse(null);
	}

	private void note(String what, Parcours parcours, OfferedStructure structure, @Nullable UUID actionId) {
		String title = (actionId != null) ? title(structure, actionId) : null;
		this.events.publishEvent(new Noted(what, structure.enrolmentId(), parcours.getId(), structure.name(),
				(title != null) ? Changes.none().note("told", null, title) : Changes.none()));
	}

}
