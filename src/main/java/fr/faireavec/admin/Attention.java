package fr.faireavec.admin;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;

import fr.faireavec.kernel.Zones;
import fr.faireavec.settings.Settings;
import fr.faireavec.settings.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the administration may want to look at, counted. */
@Component
public class Attention {

	private static final Duration LATELY = Duration.ofDays(7);

	private final JdbcClient jdbc;

	private final Settings settings;

	private final Clock clock;

	Attention(JdbcClient jdbc, Settings settings, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
	}

	public Now now() {
		Settings.Current current = this.settings.current();
		int unsaid = (int) Arrays.stream(Wording.values()).filter((wording) -> current.say(wording).isEmpty()).count();
		return this.jdbc.sql("""
				SELECT (SELECT count(*) FROM person WHERE erased_at IS NULL AND reunited_with IS NULL) AS people,
				       (SELECT count(*) FROM account a WHERE %s AND a.disabled_at IS NULL) AS waiting,
				       (SELECT count(*) FROM account WHERE role = 'ADMIN' AND disabled_at IS NULL) AS administrators,
				       (SELECT count(*) FROM audit_row WHERE happened_at >= :since) AS lately,
				       (SELECT count(*) FROM taxonomy_entry WHERE retired_on IS NULL) AS entries,
				       (SELECT count(*) FROM erasure_request WHERE state = 'ASKED') AS asked,
				       (SELECT min(due_on) FROM erasure_request WHERE state = 'ASKED') AS answer_by,
				       (SELECT count(*) FROM erasure_notice) AS due,
				       (SELECT count(*) FROM letter WHERE state = 'DEAD') AS dead,
				       (SELECT count(*) FROM letter WHERE state IN ('WAITING', 'IN_PROCESS', 'RETRY')) AS posted,
				       (SELECT euros_per_hour FROM valuation_rate WHERE retired_on IS NULL AND valid_from <= :today
				        ORDER BY valid_from DESC LIMIT 1) AS rate
				""".formatted(AccountStanding.NEVER_CAME))
			.param("since", Timestamp.from(this.clock.instant().minus(LATELY)))
			.param("today", LocalDate.now(this.clock.withZone(Zones.PARIS)))
			.query((row, n) -> new Now(row.getLong("people"), row.getLong("waiting"), row.getLong("administrators"),
					row.getLong("lately"), row.getLong("entries"), row.getBigDecimal("rate"), unsaid,
					row.getLong("asked"), row.getObject("answer_by", LocalDate.class), row.getLong("due"),
					row.getLong("dead"), row.getLong("posted")))
			.single();
	}

	/**
	 * The counts of this moment.
	 *
	 * @param waiting accounts whose owner has not come yet
	 * @param lately facts noted in the last seven days
	 * @param rate in €/h, today's
	 * @param unsaid settings nobody filled in
	 * @param asked requests to be erased that wait for an answer
	 * @param answerBy the day before which the first of them must be answered
	 * @param due evidence that is about to be forgotten
	 * @param dead letters that could not leave
	 * @param posted letters on their way
	 */
	public record Now(long people, long waiting, long administrators, long lately, long entries,
			@Nullable BigDecimal rate, int unsaid, long asked, @Nullable LocalDate answerBy, long due, long dead,
			long posted) {
	}

}
