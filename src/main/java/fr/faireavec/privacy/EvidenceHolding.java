package fr.faireavec.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import fr.faireavec.privacy.ErasureNotices.Hold;
import fr.faireavec.privacy.ErasureNotices.Notice;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The administration keeps the evidence of a parcours longer, or no longer. */
@Component
@Transactional
public class EvidenceHolding {

	private final ErasureNotices notices;

	private final CurrentActor actor;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	EvidenceHolding(ErasureNotices notices, CurrentActor actor, ApplicationEventPublisher events, Clock clock) {
		this.notices = notices;
		this.actor = actor;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Keeps all evidence of the parcours it is about, that day included; what then still
	 * goes is announced a month before, once more.
	 * @return until when
	 * @throws Refusal when it would go later anyhow, or the day is unlikely
	 */
	public LocalDate hold(UUID noticeId, LocalDate until) {
		Notice notice = this.notices.find(noticeId).orElseThrow(NotFound::new);
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		DayKind.TERM.require("until", until, today);
		if (until.isBefore(notice.goesOn())) {
			throw Refusal.of("until", "privacy.hold.tooSoon", notice.goesOn());
		}
		this.notices.hold(notice, until, Objects.requireNonNull(this.actor.personId()), this.clock.instant());
		if (!until.isBefore(today.plus(Keeping.NOTICE))) {
			this.notices.all()
				.stream()
				.filter((other) -> other.parcoursId().equals(notice.parcoursId()))
				.forEach((other) -> this.notices.remove(other.id()));
		}
		tell("privacy.held", notice.parcoursId(), notice.parcours(),
				Changes.none().note("until", notice.heldUntil().orElse(null), until));
		return until;
	}

	/** No longer: what is past its day is announced at night, and goes a month later. */
	public void release(UUID holdId) {
		Hold hold = this.notices.holds()
			.stream()
			.filter((one) -> one.id().equals(holdId))
			.findFirst()
			.orElseThrow(NotFound::new);
		this.notices.release(holdId);
		tell("privacy.released", hold.parcoursId(), hold.parcours(), Changes.none().note("until", hold.until(), null));
	}

	private void tell(String what, UUID parcoursId, String parcours, Changes changes) {
		this.events.publishEvent(new Noted(what, parcoursId, parcoursId, parcours, changes));
	}

}
