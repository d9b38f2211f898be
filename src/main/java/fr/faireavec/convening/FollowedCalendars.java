package fr.faireavec.convening;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import fr.faireavec.passes.Passes;

import org.springframework.stereotype.Component;

/** Whose calendar reads its address by itself. */
@Component
public class FollowedCalendars {

	/** What the links that calendars read are for. */
	public static final String PURPOSE = "agenda.feed";

	/** A calendar that did not ask for so long does not any more. */
	private static final Duration SILENT = Duration.ofDays(7);

	private final Passes passes;

	private final Clock clock;

	FollowedCalendars(Passes passes, Clock clock) {
		this.passes = passes;
		this.clock = clock;
	}

	boolean isFollowed(UUID personId) {
		return this.passes.isUsedSince(PURPOSE, personId, personId, this.clock.instant().minus(SILENT));
	}

}
