package fr.faireavec.mail;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Leases.Lease;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what can wait for the letter of Monday morning, for those who prefer that. */
@Component
@Transactional
class WeeklyGathering {

	private static final LocalTime MORNING = LocalTime.of(7, 30);

	private final NotificationChoices choices;

	private final Leases leases;

	private final Outbox outbox;

	private final Clock clock;

	WeeklyGathering(NotificationChoices choices, Leases leases, Outbox outbox, Clock clock) {
		this.choices = choices;
		this.leases = leases;
		this.outbox = outbox;
		this.clock = clock;
	}

	/** Whether it waits from now on. */
	boolean takes(Lease lease, LetterKind kind) {
		if (lease.toGuest() || !kind.canWait() || !this.choices.isWeekly(lease.recipientId())) {
			return false;
		}
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), Zones.PARIS);
		LocalDate today = now.toLocalDate().plusDays(now.toLocalTime().isBefore(MORNING) ? 0 : 1);
		LocalDate monday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
		this.leases.gathered(lease, monday);
		this.outbox.post(Posting.of(WeeklyLetter.KIND, lease.recipientId(), lease.recipientId())
			.apart(monday.toString())
			.with(monday.toString()), monday.atTime(MORNING).atZone(Zones.PARIS).toInstant());
		return true;
	}

}
