package fr.faireavec.signing;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Sealing;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.SessionCancelled;
import fr.faireavec.sessions.SessionMoved;
import fr.faireavec.sessions.SessionPostponed;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * « La salle »: one code for one day, that opens its list and nothing else. It leads
 * somewhere until that day is over, and no more once the day has moved.
 */
@Component
@Transactional
public class Rooms {

	private static final String PURPOSE = "signing.room";

	private static final SecureRandom RANDOM = new SecureRandom();

	/** 128 bits. */
	private static final int BYTES = 16;

	private final DayRooms rooms;

	private final CollectiveSessions sessions;

	private final Sealing sealing;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Rooms(DayRooms rooms, CollectiveSessions sessions, Sealing sealing, Clock clock, ApplicationEventPublisher events) {
		this.rooms = rooms;
		this.sessions = sessions;
		this.sealing = sealing;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * The code of a day, drawn once.
	 * @throws Refusal when it has no firm date
	 */
	public String codeOf(UUID parcoursId, int rank) {
		if (this.sessions.keepStill(parcoursId, rank).isEmpty()) {
			throw new NotFound();
		}
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		if (!session.getState().isFirm() || session.getSlot() == null) {
			throw new Refusal("signing.noDate");
		}
		session.getParcours().requireOpenToWork();
		Optional<DayRoom> known = this.rooms.findById(session.getId());
		if (known.isPresent()) {
			return this.sealing.open(known.get().getSealedCode());
		}
		byte[] bytes = new byte[BYTES];
		RANDOM.nextBytes(bytes);
		String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
		this.rooms.saveAndFlush(new DayRoom(session.getId(), this.sealing.fingerprint(PURPOSE, code),
				this.sealing.seal(code), this.clock.instant()));
		this.events.publishEvent(new Noted("signing.roomOpened", session.getId(), parcoursId,
				session.getRank() + ". " + session.getTitle()));
		return code;
	}

	/** The code of a day, if it was drawn. */
	@Transactional(readOnly = true)
	public Optional<String> knownCode(UUID sessionId) {
		return this.rooms.findById(sessionId).map((room) -> this.sealing.open(room.getSealedCode()));
	}

	/** The day a code is about; empty when it leads nowhere, or no more. */
	@Transactional(readOnly = true)
	public Optional<CollectiveSession> find(String code) {
		List<String> hashes = this.sealing.formerFingerprint(PURPOSE, code)
			.map((former) -> List.of(this.sealing.fingerprint(PURPOSE, code), former))
			.orElseGet(() -> List.of(this.sealing.fingerprint(PURPOSE, code)));
		return this.rooms.withCode(hashes)
			.flatMap((room) -> this.sessions.whole(room.getId()))
			.filter((session) -> session.getState().isFirm() && !isOver(session));
	}

	private boolean isOver(CollectiveSession session) {
		return session.getSlot() == null
				|| session.getParcours().now(this.clock).toLocalDate().isAfter(session.getSlot().day());
	}

	@EventListener
	void close(SessionMoved moved) {
		if (!moved.from().day().equals(moved.to().day())) {
			close(moved.session());
		}
	}

	@EventListener
	void close(SessionPostponed postponed) {
		close(postponed.session());
	}

	@EventListener
	void close(SessionCancelled cancelled) {
		close(cancelled.session());
	}

	private void close(CollectiveSession session) {
		this.rooms.findById(session.getId()).ifPresent(this.rooms::delete);
	}

}
