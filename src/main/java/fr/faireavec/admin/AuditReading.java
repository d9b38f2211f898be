package fr.faireavec.admin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.audit.AuditFilter;
import fr.faireavec.audit.AuditTrail;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the whole audit, which is itself noted: once a day a reader, and each export. */
@Component
@Transactional
public class AuditReading {

	/** What a spreadsheet still opens with ease. */
	public static final int MOST_EXPORTED = 20_000;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AuditReading(AuditTrail trail, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.trail = trail;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * The rows from the newest on, or from the one before; noted at most once a day, or
	 * the audit would tell of nothing but its readers.
	 */
	public List<AuditTrail.Entry> read(Viewer viewer, AuditFilter filter, @Nullable UUID before, int limit) {
		if (!alreadyReadToday(viewer)) {
			this.events.publishEvent(new Noted("audit.read", viewer.personId(), null, viewer.name()));
		}
		return this.trail.matching(filter, before, limit);
	}

	/**
	 * Every row that matches.
	 * @throws Refusal when there are more than {@link #MOST_EXPORTED}: none is left out
	 * silently
	 */
	public List<AuditTrail.Entry> export(Viewer viewer, AuditFilter filter) {
		List<AuditTrail.Entry> entries = this.trail.matching(filter, null, MOST_EXPORTED + 1);
		if (entries.size() > MOST_EXPORTED) {
			throw new Refusal("admin.audit.tooMany", MOST_EXPORTED);
		}
		this.events.publishEvent(new Noted("audit.exported", viewer.personId(), null, viewer.name(),
				Changes.none()
					.note("lines", null, entries.size())
					.note("filterFrom", null, filter.from())
					.note("filterTo", null, filter.to())
					.note("filterWho", null, filter.who())
					.note("filterKind", null, filter.kind())
					.note("filterParcours", null, (filter.parcoursId() != null) ? true : null)
					.note("filterText", null, filter.text())));
		return entries;
	}

	private boolean alreadyReadToday(Viewer viewer) {
		LocalDate today = LocalDate.now(this.clock.withZone(Zones.PARIS));
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT 1 FROM audit_row
				               WHERE actor_id = :reader AND what = 'audit.read' AND happened_at >= :since)
				""")
			.param("reader", viewer.personId())
			.param("since", Timestamp.from(today.atStartOfDay(Zones.PARIS).toInstant()))
			.query(Boolean.class)
			.single();
	}

}
