package fr.faireavec.attendance;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.HalfDay;

import org.springframework.stereotype.Component;

/** The registers, where their lines, their guests and their seals are kept. */
@Component
class Book {

	private final Attendances lines;

	private final SessionGuests guests;

	private final RegisterSeals seals;

	Book(Attendances lines, SessionGuests guests, RegisterSeals seals) {
		this.lines = lines;
		this.guests = guests;
		this.seals = seals;
	}

	Optional<Attendance> line(HalfDay halfDay, UUID personId) {
		return this.lines.line(halfDay.getId(), personId);
	}

	List<Attendance> lines(HalfDay halfDay) {
		return this.lines.ofHalfDay(halfDay.getId());
	}

	List<Attendance> lines(CollectiveSession session) {
		return this.lines.ofSession(session.getId());
	}

	List<SessionGuest> guests(CollectiveSession session) {
		return this.guests.ofSession(session.getId());
	}

	SessionGuest guest(CollectiveSession session, UUID guestId) {
		return this.guests.findById(guestId)
			.filter((guest) -> guest.getSession().getId().equals(session.getId()))
			.orElseThrow(NotFound::new);
	}

	Map<UUID, RegisterSeal> seals(CollectiveSession session) {
		List<UUID> halfDays = session.getHalfDays().stream().map(HalfDay::getId).toList();
		return halfDays.isEmpty() ? Map.of()
				: this.seals.of(halfDays).stream().collect(Collectors.toMap(RegisterSeal::getId, Function.identity()));
	}

	boolean isSealed(HalfDay halfDay) {
		return this.seals.existsById(halfDay.getId());
	}

	boolean isClosed(CollectiveSession session) {
		return !session.getHalfDays().isEmpty() && seals(session).size() == session.getHalfDays().size();
	}

	void add(Attendance line) {
		this.lines.saveAndFlush(line);
	}

	void add(List<Attendance> several) {
		this.lines.saveAllAndFlush(several);
	}

	void add(SessionGuest guest) {
		this.guests.saveAndFlush(guest);
	}

	void add(RegisterSeal seal) {
		this.seals.saveAndFlush(seal);
	}

	void remove(SessionGuest guest) {
		this.guests.delete(guest);
		this.guests.flush();
	}

	/** Whether anybody's presence was written for that session. */
	boolean isBegun(UUID sessionId) {
		return this.lines.existOf(sessionId) || this.seals.existOf(sessionId) || this.guests.representAt(sessionId);
	}

	/** When somebody of this enrolment last had a line. */
	Optional<LocalDateTime> lastMoment(UUID enrolmentId) {
		return this.lines.lastMoment(enrolmentId);
	}

	/** When this person last had one for it. */
	Optional<LocalDateTime> lastMoment(UUID enrolmentId, UUID personId) {
		return this.lines.lastMoment(enrolmentId, personId);
	}

	/** The same of the days whose registers are all countersigned. */
	Optional<LocalDateTime> lastClosedMoment(UUID enrolmentId) {
		return this.lines.lastClosedMoment(enrolmentId);
	}

	/**
	 * @return how many lines there were
	 */
	int empty(CollectiveSession session) {
		List<Attendance> gone = lines(session);
		this.lines.deleteAll(gone);
		this.seals.deleteAll(seals(session).values());
		this.guests.deleteAll(guests(session).stream().filter((guest) -> guest.getRepresents() != null).toList());
		this.lines.flush();
		return gone.size();
	}

}
