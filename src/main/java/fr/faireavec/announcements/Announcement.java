package fr.faireavec.announcements;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A bilan that is to be published: of which period, and since when its people know. */
public record Announcement(UUID id, UUID parcoursId, LocalDate from, LocalDate to, Instant announcedAt) {

	/** How long its people have to read what it says of them. */
	public static final Duration NOTICE = Duration.ofDays(7);

	/** From when it may be published without a reason. */
	public Instant due() {
		return this.announcedAt.plus(NOTICE);
	}

	/** Whether what a period tells was shown, and long enough ago. */
	public boolean allows(LocalDate first, LocalDate last, Instant now) {
		return !first.isBefore(this.from) && !last.isAfter(this.to) && !now.isBefore(due());
	}

}
