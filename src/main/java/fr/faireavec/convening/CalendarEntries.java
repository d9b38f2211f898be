package fr.faireavec.convening;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import fr.faireavec.audit.Noted;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.MeetingCancelled;
import fr.faireavec.sessions.MeetingPostponed;
import fr.faireavec.sessions.MeetingScheduled;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.SessionCancelled;
import fr.faireavec.sessions.SessionMoved;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.SessionPostponed;
import fr.faireavec.sessions.SessionReserved;
import fr.faireavec.sessions.SessionScheduled;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What calendars were told of each date, kept when the date is gone: the number of its
 * last material change (RFC 5545, SEQUENCE), its last hours and place. It follows days
 * and meetings in their own transaction. Another title or another break is no material
 * change: it is told again under the same number.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CalendarEntries {

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarEntries(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	void told(SessionScheduled scheduled) {
		told(scheduled.session(), "");
	}

	@EventListener
	void told(SessionReserved reserved) {
		told(reserved.session(), "");
	}

	@EventListener
	void told(SessionMoved moved) {
		told(moved.session(), moved.why());
	}

	@EventListener
	void told(SessionPostponed postponed) {
		gone(postponed.session().getId(), postponed.why());
	}

	@EventListener
	void told(SessionCancelled cancelled) {
		gone(cancelled.session().getId(), "");
	}

	@EventListener
	void told(MeetingScheduled scheduled) {
		IndividualMeeting meeting = scheduled.meeting();
		told("meeting_id", meeting.getId(), scheduled.to(), meeting.getMode(), meeting.getPlace(), false,
				scheduled.why());
	}

	@EventListener
	void told(MeetingPostponed postponed) {
		gone(postponed.meeting().getId(), postponed.why());
	}

	@EventListener
	void told(MeetingCancelled cancelled) {
		gone(cancelled.meeting().getId(), "");
	}

	/** Other words about a day; its minutes, the first time they are written. */
	@EventListener(condition = "#noted.what() == 'session.described' and !#noted.changes().isEmpty()")
	void reworded(Noted noted) {
		this.jdbc.sql("""
				UPDATE calendar_entry SET changed_at = :now,
				  minutes_at = CASE WHEN :minutes THEN coalesce(minutes_at, :now) ELSE minutes_at END
				WHERE id = :id
				""")
			.param("id", noted.subjectId())
			.param("minutes", noted.changes().asMap().containsKey("minutes"))
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
	}

	private void told(CollectiveSession session, String why) {
		SessionPlan plan = session.getPlan();
		if (plan != null) {
			told("session_id", session.getId(), plan.whole(), plan.mode(),
					String.join("\n", plan.venue(), plan.address(), plan.videoLink()),
					session.getState() == SessionState.RESERVED, why);
		}
	}

	private void told(String what, UUID id, TimeSlot slot, @Nullable Mode mode, String place, boolean tentative,
			String why) {
		this.jdbc
			.sql("""
					INSERT INTO calendar_entry (id, %s, sequence, cancelled, tentative, starts_at, ends_at, mode, place_mark, changed_at,
					                            why)
					VALUES (:id, :id, 0, false, :tentative, :start, :end, :mode, encode(sha256(convert_to(:place, 'UTF8')), 'hex'), :now, '')
					ON CONFLICT (id) DO UPDATE SET
					  sequence = calendar_entry.sequence + CASE WHEN NOT calendar_entry.cancelled
					    AND (calendar_entry.tentative, calendar_entry.starts_at, calendar_entry.ends_at, calendar_entry.mode, calendar_entry.place_mark)
					      IS NOT DISTINCT FROM (excluded.tentative, excluded.starts_at, excluded.ends_at, excluded.mode, excluded.place_mark)
					    THEN 0 ELSE 1 END,
					  cancelled = false, tentative = excluded.tentative, starts_at = excluded.starts_at, ends_at = excluded.ends_at, mode = excluded.mode,
					  place_mark = excluded.place_mark, changed_at = excluded.changed_at
					"""
				.formatted(what))
			.param("id", id)
			.param("start", slot.start())
			.param("end", slot.end())
			.param("mode", (mode != null) ? mode.name() : null, Types.VARCHAR)
			.param("place", place)
			.param("tentative", tentative)
			.param("now", Timestamp.from(this.clock.instant()))
			.update();
		explain(id, why);
	}

	private void gone(UUID id, String why) {
		int changed = this.jdbc.sql("""
				UPDATE calendar_entry SET sequence = sequence + 1, cancelled = true, changed_at = :now
				WHERE id = :id AND NOT cancelled
				""").param("id", id).param("now", Timestamp.from(this.clock.instant())).update();
		if (changed > 0) {
			explain(id, why);
		}
	}

	/** Several changes that one letter tells share what was said of one of them. */
	private void explain(UUID id, String why) {
		Instant now = this.clock.instant();
		this.jdbc
			.sql("""
					UPDATE calendar_entry SET why = :why, why_said_at = CASE WHEN :why <> '' THEN CAST(:now AS timestamptz) END
					WHERE id = :id AND (:why <> '' OR why_said_at < :before)
					""")
			.param("id", id)
			.param("why", why)
			.param("now", Timestamp.from(now))
			.param("before", Timestamp.from(now.minus(DueLetters.SETTLED)))
			.update();
	}

}
