package fr.faireavec.convening;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.calendar.CalendarReply;
import fr.faireavec.calendar.CalendarReplyReading;
import fr.faireavec.mail.CalendarReplies;
import fr.faireavec.replies.AnswerWay;
import fr.faireavec.replies.Answering;
import fr.faireavec.replies.RepliesToRead;
import fr.faireavec.replies.ReplyReading;
import fr.faireavec.replies.ReplyToRead;
import fr.faireavec.replies.ReplyToRead.Why;
import fr.faireavec.replies.Replying;
import fr.faireavec.replies.Said;
import fr.faireavec.replies.Standing;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears who accepts or declines a day in their calendar: one who was asked, at their own
 * address, about the date they were told and that is still true. Anything else is read by
 * the animation, never guessed. A message proves nothing of who sent it: what it may say
 * is that somebody comes or does not, and no more.
 */
@Component
@Transactional
class CalendarHearing implements CalendarReplies {

	private final CalendarReplyReading files;

	private final CollectiveSessions sessions;

	private final ReplyReading reading;

	private final Replying replying;

	private final RepliesToRead toRead;

	private final JdbcClient jdbc;

	private final Clock clock;

	CalendarHearing(CalendarReplyReading files, CollectiveSessions sessions, ReplyReading reading, Replying replying,
			RepliesToRead toRead, JdbcClient jdbc, Clock clock) {
		this.files = files;
		this.sessions = sessions;
		this.reading = reading;
		this.replying = replying;
		this.toRead = toRead;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@Override
	public boolean hear(Answer answer) {
		Optional<CalendarReply> reply = this.files.read(answer.file());
		Optional<CollectiveSession> session = reply.flatMap((one) -> this.sessions.whole(one.id()));
		if (reply.isEmpty() || session.isEmpty()) {
			return false;
		}
		hear(answer, reply.get(), session.get());
		return true;
	}

	private void hear(Answer answer, CalendarReply reply, CollectiveSession session) {
		boolean theirOwn = reply.isReadable() && reply.attendee().equals(answer.from());
		Told told = theirOwn ? told(session.getId(), reply.attendee()).orElse(null) : null;
		if (told != null && told.runs()) {
			return;
		}
		Standing standing = (told == null || told.gone()) ? null
				: this.reading.of(session, told.personId()).orElse(null);
		Why why = doubt(reply, told, standing, session);
		if (why != null || told == null || standing == null) {
			this.toRead.keep(session.getId(), answer.from(), reply.attendee(), said(reply),
					(why != null) ? why : Why.NOT_EXPECTED, answer.from() + "\n" + answer.file());
			return;
		}
		if (!saidOtherwiseSince(standing, reply.stampedAt())) {
			this.replying.answer(session.getParcours().getId(), session.getRank(), told.personId(),
					Said.of("ACCEPTED".equals(reply.said()) ? fr.faireavec.replies.Answer.COMING
							: fr.faireavec.replies.Answer.NOT_COMING),
					AnswerWay.BY_CALENDAR);
		}
	}

	/** Why it is not enough; null when it is. */
	private @Nullable Why doubt(CalendarReply reply, @Nullable Told told, @Nullable Standing standing,
			CollectiveSession session) {
		if (!reply.isReadable()) {
			return Why.UNCLEAR;
		}
		if (told == null) {
			return Why.ANOTHER_ADDRESS;
		}
		if (Answering.whyNot(session, this.clock) != null) {
			return Why.TOO_LATE;
		}
		if (standing == null) {
			return Why.NOT_EXPECTED;
		}
		if (!told.same() || reply.sequence() < told.sequence()) {
			return Why.OLD;
		}
		return switch (said(reply)) {
			case ACCEPTED, DECLINED -> null;
			case TENTATIVE, OTHER -> Why.UNCLEAR;
		};
	}

	/** A calendar's word arrives late: what they said here since stands. */
	private static boolean saidOtherwiseSince(Standing standing, @Nullable Instant stampedAt) {
		Instant saidAt = standing.saidAt();
		return saidAt != null && stampedAt != null && standing.how() != AnswerWay.BY_CALENDAR
				&& stampedAt.isBefore(saidAt);
	}

	private static ReplyToRead.Said said(CalendarReply reply) {
		return switch (reply.said()) {
			case "ACCEPTED" -> ReplyToRead.Said.ACCEPTED;
			case "DECLINED" -> ReplyToRead.Said.DECLINED;
			case "TENTATIVE" -> ReplyToRead.Said.TENTATIVE;
			default -> ReplyToRead.Said.OTHER;
		};
	}

	private Optional<Told> told(UUID sessionId, String address) {
		return this.jdbc.sql("""
				SELECT p.id, t.gone, t.sequence, (t.starts_at, t.ends_at) = (c.starts_at, c.ends_at) AS same,
				       EXISTS (SELECT 1 FROM parcours_facilitator f
				               WHERE f.parcours_id = s.parcours_id AND f.person_id = p.id) AS runs
				FROM calendar_told t JOIN calendar_entry c ON c.id = t.entry_id JOIN person p ON p.id = t.person_id
				  JOIN collective_session s ON s.id = c.session_id
				WHERE c.id = :session AND lower(p.email) = :address AND p.erased_at IS NULL AND p.reunited_with IS NULL
				""")
			.param("session", sessionId)
			.param("address", address)
			.query((row, n) -> new Told(row.getObject("id", UUID.class), row.getBoolean("gone"), row.getInt("sequence"),
					row.getBoolean("same"), row.getBoolean("runs")))
			.optional();
	}

	/**
	 * Who has that address, and what they were told of the day.
	 *
	 * @param same whether its hours are still those
	 * @param runs whether they run it: nobody asks them
	 */
	private record Told(UUID personId, boolean gone, int sequence, boolean same, boolean runs) {
	}

}
