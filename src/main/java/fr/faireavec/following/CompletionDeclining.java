package fr.faireavec.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A structure puts off completing an action, or wants not to be asked about it. */
@Component
@Transactional
public class CompletionDeclining {

	/** « Plus tard »: in two weeks. */
	static final int LATER_DAYS = 14;

	private final Completions completions;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CompletionDeclining(Completions completions, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.completions = completions;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** Asks again in two weeks; twice is once. */
	public void later(LoggedAction action) {
		LocalDate again = LocalDate.now(this.clock.withZone(Zones.PARIS)).plusDays(LATER_DAYS);
		this.completions.of(action.getEnrolment().getId(), action.getId()).ifPresent((asked) -> {
			keep(action.getId(), null, again);
			tell("completion.later", action, Changes.none().note("askedAgainOn", null, again));
		});
	}

	/** Asks no more because of what has passed so far. */
	public void never(LoggedAction action) {
		this.completions.of(action.getEnrolment().getId(), action.getId()).ifPresent((asked) -> {
			keep(action.getId(), asked.day(), null);
			tell("completion.declined", action, Changes.none().note("occasionDay", null, asked.day()));
		});
	}

	private void keep(UUID actionId, @Nullable LocalDate occasionDay, @Nullable LocalDate askedAgainOn) {
		this.jdbc
			.sql("""
					INSERT INTO declined_completion (action_id, occasion_day, asked_again_on)
					VALUES (:action, CAST(:day AS date), CAST(:again AS date))
					ON CONFLICT (action_id) DO UPDATE SET occasion_day = excluded.occasion_day, asked_again_on = excluded.asked_again_on""")
			.param("action", actionId)
			.param("day", (occasionDay != null) ? occasionDay.toString() : null)
			.param("again", (askedAgainOn != null) ? askedAgainOn.toString() : null)
			.update();
	}

	private void tell(String what, LoggedAction action, Changes changes) {
		this.events.publishEvent(new Noted(what, action.getId(), action.getEnrolment().getParcours().getId(),
				action.getTitle(), changes));
	}

}
