package fr.faireavec.library;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A structure plans in its journal what another one tried, and those who shared it hear
 * of it if they wish.
 */
@Component
@Transactional
public class TakingUp {

	private final ActionLogging logging;

	private final Outbox outbox;

	private final JdbcClient jdbc;

	private final Clock clock;

	TakingUp(ActionLogging logging, Outbox outbox, JdbcClient jdbc, Clock clock) {
		this.logging = logging;
		this.outbox = outbox;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Plans it; the same form sent twice plans one.
	 * @throws fr.faireavec.kernel.Refusal when that journal is only for reading
	 */
	public LoggedAction plan(UUID key, LibraryReading.Trial trial) {
		ActionLogging.TakenUp taken = this.logging.takeUp(key, trial.parcoursId(), trial.enrolmentId(),
				trial.actionId());
		if (taken.isNew()) {
			told(trial.actionId()).forEach((person) -> this.outbox.post(
					Posting.of(TakenUpLetter.KIND, person, trial.actionId()).apart(taken.action().getId().toString())));
		}
		return taken.action();
	}

	/** Who stands today for a structure that wishes to hear of it. */
	private List<UUID> told(UUID actionId) {
		return this.jdbc.sql("""
				SELECT DISTINCT m.person_id FROM logged_action a JOIN mandate m ON m.enrolment_id = a.enrolment_id
				JOIN person p ON p.id = m.person_id
				WHERE a.id = :action AND a.library_news AND a.library_terms IS NOT NULL
				  AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on > :today)
				  AND p.email IS NOT NULL AND p.erased_at IS NULL AND p.reunited_with IS NULL
				ORDER BY m.person_id""")
			.param("action", actionId)
			.param("today", LocalDate.now(this.clock.withZone(Zones.PARIS)))
			.query((row, n) -> row.getObject("person_id", UUID.class))
			.list();
	}

}
