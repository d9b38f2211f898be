package fr.faireavec.syntheses;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.parcours.Parcours;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the public page of a parcours on one published version, and closes it. A letter
 * asks those who pilot what may be shown of their structure: until they say so, nothing.
 */
@Component
@Transactional
public class Opening {

	private final PublicSyntheses syntheses;

	private final Bilans bilans;

	private final Mandates mandates;

	private final Outbox outbox;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Opening(PublicSyntheses syntheses, Bilans bilans, Mandates mandates, Outbox outbox,
			ApplicationEventPublisher events, Clock clock) {
		this.syntheses = syntheses;
		this.bilans = bilans;
		this.mandates = mandates;
		this.outbox = outbox;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Opens it, or shows another version where it is open already.
	 * @throws Refusal when there is no such version
	 */
	public void open(Parcours parcours, int version) {
		this.syntheses.waitForTurn();
		UUID id = parcours.getId();
		Bilan bilan = this.bilans.numbered(id, version).orElseThrow(() -> Refusal.of("version", "syntheses.noVersion"));
		Optional<PublicSynthesis> open = this.syntheses.openOf(id);
		Integer former = open.map(PublicSynthesis::version).orElse(null);
		if (former != null && former == version) {
			return;
		}
		if (open.isPresent()) {
			this.syntheses.show(open.get().id(), bilan.id());
		}
		else {
			UUID made = Ids.next();
			this.syntheses.add(made, id, bilan.id(), this.clock.instant());
			this.mandates.peopleOn(id, parcours.today(this.clock))
				.forEach((reader) -> this.outbox.post(Posting.of(OpenedLetter.NAME, reader, made)));
		}
		this.events.publishEvent(new Noted("bilan.pageOpened", id, id, parcours.getName(),
				Changes.none().note("pageVersion", former, version)));
	}

	/** Nobody reads it from then on; what was allowed stays so, should it open again. */
	public void close(Parcours parcours) {
		this.syntheses.waitForTurn();
		Instant now = this.clock.instant();
		this.syntheses.openOf(parcours.getId()).ifPresent((open) -> {
			this.syntheses.close(open.id(), now);
			this.events.publishEvent(new Noted("bilan.pageClosed", parcours.getId(), parcours.getId(),
					parcours.getName(), Changes.none()));
		});
	}

}
