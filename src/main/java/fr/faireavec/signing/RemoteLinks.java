package fr.faireavec.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.WaysInChanged;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.passes.Passes;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.SessionCancelled;
import fr.faireavec.sessions.SessionMoved;
import fr.faireavec.sessions.SessionPostponed;
import fr.faireavec.sessions.TimeSlot;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The link by which one person who is not in the room signs, that day and no other. The
 * sheet says « à distance ».
 */
@Component
@Transactional
public class RemoteLinks {

	private static final String PURPOSE = "signing.remote";

	private static final Set<WaysInChanged.Reason> ENDS = Set.of(WaysInChanged.Reason.ADDRESS_CORRECTED,
			WaysInChanged.Reason.ADDRESS_CONFIRMED, WaysInChanged.Reason.REUNITED, WaysInChanged.Reason.CLOSED);

	private final Passes passes;

	private final CollectiveSessions sessions;

	private final Mandates mandates;

	private final Accounts accounts;

	private final Clock clock;

	RemoteLinks(Passes passes, CollectiveSessions sessions, Mandates mandates, Accounts accounts, Clock clock) {
		this.passes = passes;
		this.sessions = sessions;
		this.mandates = mandates;
		this.accounts = accounts;
		this.clock = clock;
	}

	/**
	 * The same one as long as it is alive, for somebody expected that day (rule 4).
	 * @throws Refusal when everybody meets in the room, or the day is over
	 */
	public String codeFor(UUID parcoursId, int rank, UUID personId) {
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		TimeSlot slot = session.getSlot();
		if (!session.getState().isFirm() || slot == null) {
			throw new Refusal("signing.noDate");
		}
		if (session.getMode() == Mode.PRESENTIEL) {
			throw new Refusal("signing.remote.notThatDay");
		}
		if (this.mandates.expectedOn(parcoursId, slot.day())
			.stream()
			.noneMatch((mandate) -> mandate.getPerson().getId().equals(personId))) {
			throw new NotFound();
		}
		Instant until = slot.day().plusDays(1).atStartOfDay(session.getParcours().getZone()).toInstant();
		if (!until.isAfter(this.clock.instant())) {
			throw new Refusal("signing.over");
		}
		return this.passes.give(PURPOSE, personId, session.getId(), until);
	}

	/** The links given for a day, by whose they are. */
	@Transactional(readOnly = true)
	public Map<UUID, String> known(UUID sessionId) {
		return this.passes.heldAbout(PURPOSE, sessionId);
	}

	/** Whose it is, and for which day; empty when it leads nowhere, or no more. */
	@Transactional(readOnly = true)
	public Optional<Bearer> find(String token) {
		return this.passes.find(PURPOSE, token)
			.filter((pass) -> this.accounts.ofPerson(pass.holderId())
				.filter((account) -> account.isDisabled())
				.isEmpty())
			.flatMap((pass) -> this.sessions.whole(pass.subjectId())
				.filter((session) -> session.getState().isFirm() && session.getSlot() != null)
				.map((session) -> new Bearer(session, pass.holderId())));
	}

	@EventListener
	void end(WaysInChanged changed) {
		if (changed.anew() || ENDS.contains(changed.reason())) {
			this.passes.endEach(PURPOSE, changed.personId());
		}
	}

	@EventListener
	void end(SessionMoved moved) {
		if (!moved.from().day().equals(moved.to().day())) {
			this.passes.endAbout(PURPOSE, moved.session().getId());
		}
	}

	@EventListener
	void end(SessionPostponed postponed) {
		this.passes.endAbout(PURPOSE, postponed.session().getId());
	}

	@EventListener
	void end(SessionCancelled cancelled) {
		this.passes.endAbout(PURPOSE, cancelled.session().getId());
	}

	/** One person, and the day they may sign for. */
	public record Bearer(CollectiveSession session, UUID personId) {
	}

}
