package fr.faireavec.replies;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.passes.Passes;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.SessionCancelled;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The link by which one person answers for one day without signing in. Whoever has it
 * reads that day and says whether they come, and nothing else. It opens while that person
 * is expected, until the end of the day; a cancelled day ends it, and so does what
 * changes about how its owner is written to or comes in.
 */
@Component
@Transactional
public class ReplyLinks {

	static final String PURPOSE = "replies.presence";

	/** What came by mail is of whoever read that mailbox. */
	private static final Set<WaysInChanged.Reason> ENDS = Set.of(WaysInChanged.Reason.ADDRESS_CORRECTED,
			WaysInChanged.Reason.ADDRESS_CONFIRMED, WaysInChanged.Reason.ROLE_GIVEN, WaysInChanged.Reason.REUNITED,
			WaysInChanged.Reason.CLOSED, WaysInChanged.Reason.SIGNED_OUT);

	private final Passes passes;

	private final CollectiveSessions sessions;

	private final ReplyReading reading;

	private final Accounts accounts;

	private final BaseUrl base;

	private final Clock clock;

	ReplyLinks(Passes passes, CollectiveSessions sessions, ReplyReading reading, Accounts accounts, BaseUrl base,
			Clock clock) {
		this.passes = passes;
		this.sessions = sessions;
		this.reading = reading;
		this.accounts = accounts;
		this.base = base;
		this.clock = clock;
	}

	/**
	 * The link somebody answers by, whole; empty when the day takes no answer, or not
	 * theirs. The same one as long as it is alive: a letter asks for it when it is
	 * written, each time, and carries nothing.
	 */
	public Optional<String> linkFor(UUID personId, UUID sessionId) {
		return this.sessions.whole(sessionId)
			.filter((session) -> Answering.whyNot(session, this.clock) == null)
			.filter((session) -> this.reading.of(session, personId).isPresent())
			.map((session) -> this.base
				.of("/presence/" + this.passes.give(PURPOSE, personId, sessionId, until(session))));
	}

	/** Whose it is, and for which day; empty when it leads nowhere, or no more. */
	@Transactional(readOnly = true)
	public Optional<Bearer> find(String token) {
		return this.passes.find(PURPOSE, token)
			.filter((pass) -> this.accounts.ofPerson(pass.holderId())
				.filter((account) -> account.isDisabled())
				.isEmpty())
			.flatMap((pass) -> this.sessions.whole(pass.subjectId())
				.flatMap((session) -> this.reading.of(session, pass.holderId())
					.map((standing) -> new Bearer(session, standing))));
	}

	@EventListener
	void end(SessionCancelled cancelled) {
		this.passes.endAbout(PURPOSE, cancelled.session().getId());
	}

	@EventListener
	void end(WaysInChanged changed) {
		if (changed.anew() || ENDS.contains(changed.reason())) {
			this.passes.endEach(PURPOSE, changed.personId());
		}
	}

	/** Until midnight: afterwards there is nothing to say. */
	private static Instant until(CollectiveSession session) {
		TimeSlot slot = session.getSlot();
		if (slot == null) {
			throw new IllegalStateException("it has no date");
		}
		return slot.end().toLocalDate().plusDays(1).atStartOfDay(session.getParcours().getZone()).toInstant();
	}

	/** One person, and the day they answer for. */
	public record Bearer(CollectiveSession session, Standing standing) {
	}

}
