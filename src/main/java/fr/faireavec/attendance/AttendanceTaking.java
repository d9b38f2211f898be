package fr.faireavec.attendance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.OnceOnly;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;
import fr.faireavec.replies.ReplyReading;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.HalfDay;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes attendance, half-day by half-day, and closes its registers. */
@Component
@Transactional
public class AttendanceTaking {

	private static final int LONGEST_REASON = 500;

	private final CollectiveSessions sessions;

	private final Mandates mandates;

	private final Enrolments enrolments;

	private final Book book;

	private final ReplyReading replies;

	private final Signature signature;

	private final OnceOnly onceOnly;

	private final ApplicationEventPublisher events;

	AttendanceTaking(CollectiveSessions sessions, Mandates mandates, Enrolments enrolments, Book book,
			ReplyReading replies, Signature signature, OnceOnly onceOnly, ApplicationEventPublisher events) {
		this.sessions = sessions;
		this.mandates = mandates;
		this.enrolments = enrolments;
		this.book = book;
		this.replies = replies;
		this.signature = signature;
		this.onceOnly = onceOnly;
		this.events = events;
	}

	/**
	 * Says whether somebody was there; the last one to say wins.
	 * @param reason needed, 500 characters at most, once the register is countersigned
	 * @throws Refusal when the register is not open yet, the person is not expected that
	 * day (rule 4), or a reason is missing
	 */
	public void record(UUID parcoursId, UUID halfDayId, UUID personId, AttendanceStatus status, AttendanceMethod how,
			@Nullable String reason) {
		HalfDay halfDay = open(parcoursId, halfDayId);
		Optional<Attendance> former = this.book.line(halfDay, personId);
		boolean sealed = this.book.isSealed(halfDay);
		List<Mandate> mandates = sealed && former.isPresent() ? List.of() : expected(parcoursId, halfDay, personId);
		boolean stands = former.filter((line) -> line.standFor(enrolments(mandates))).isPresent();
		if (!stands && former.filter((line) -> line.getStatus() == status && line.getHow() == how).isPresent()) {
			return;
		}
		String why = sealed ? given(reason, "attendance.sealed.reason") : null;
		Attendance.Mark mark = mark(status, how);
		Attendance line;
		AttendanceStatus before = former.map(Attendance::getStatus).orElse(null);
		if (former.isPresent()) {
			line = former.get();
			line.correct(mark);
		}
		else {
			if (mandates.isEmpty()) {
				throw new Refusal("attendance.notExpected");
			}
			line = new Attendance(Ids.next(), halfDay, enrolments(mandates), mandates.getFirst().getPerson(), mark);
		}
		this.book.add(line);
		note((why != null) ? "attendance.corrected" : "attendance.recorded", personId, halfDay.getSession(),
				line.getEnrolments()
					.stream()
					.map((enrolment) -> enrolment.getStructure().getName())
					.collect(Collectors.joining(", ")),
				Changes.none()
					.note("halfDay", null, halfDay.getSlot())
					.note("status", before, status)
					.note("reason", null, why));
	}

	/**
	 * Everybody expected and not answered for yet is there, but for those who announced
	 * an absence: they wait to be noted one by one.
	 * @return how many lines were written
	 */
	public int everyonePresent(UUID parcoursId, UUID halfDayId) {
		HalfDay halfDay = open(parcoursId, halfDayId);
		if (this.book.isSealed(halfDay)) {
			throw new Refusal("attendance.sealed.already");
		}
		int written = fill(parcoursId, halfDay, (announced) -> announced ? null : AttendanceStatus.PRESENT).size();
		note("attendance.everyone", halfDay.getId(), halfDay.getSession(), label(halfDay.getSession()),
				Changes.none().note("halfDay", null, halfDay.getSlot()).note("people", null, written));
		return written;
	}

	/**
	 * A colleague, a usager or somebody else came; may stand for a structure that day.
	 */
	public void addGuest(UUID parcoursId, int rank, String name, String organisation,
			@Nullable UUID representsEnrolmentId) {
		addGuest(Ids.next(), parcoursId, rank, new Guest(name, organisation, representsEnrolmentId), null, Set.of());
	}

	/**
	 * The same by a form: sent twice, it adds one guest.
	 * @param reason needed once every register of the day is countersigned
	 * @param accepted the codes of the warnings that were read
	 * @return what the guest is called
	 * @throws Unconfirmed when somebody of that name and organisation is there already
	 */
	public String addGuest(UUID key, UUID parcoursId, int rank, Guest guest, @Nullable String reason,
			Set<String> accepted) {
		UUID id = this.onceOnly.idOf(key, "guest", parcoursId, rank, guest);
		CollectiveSession session = dated(parcoursId, rank);
		if (guest.represents() != null) {
			requireOpen(session.getHalfDays().getFirst());
		}
		List<SessionGuest> there = this.book.guests(session);
		Optional<SessionGuest> already = there.stream().filter((other) -> other.getId().equals(id)).findFirst();
		if (already.isPresent()) {
			return already.get().getName();
		}
		confirm(there.stream().filter((other) -> other.isCalled(guest.name(), guest.organisation())).toList(),
				accepted);
		String why = this.book.isClosed(session) ? given(reason, "attendance.sealed.reason") : null;
		SessionGuest added = new SessionGuest(id, session, guest.name(), guest.organisation(),
				represented(session, guest.represents()));
		this.book.add(added);
		note("attendance.guestAdded", id, session, label(session),
				Changes.none().note("represents", null, structure(added)).note("reason", null, why));
		return added.getName();
	}

	public void removeGuest(UUID parcoursId, int rank, UUID guestId) {
		removeGuest(parcoursId, rank, guestId, null);
	}

	/**
	 * @param reason needed once every register of the day is countersigned
	 */
	public void removeGuest(UUID parcoursId, int rank, UUID guestId, @Nullable String reason) {
		CollectiveSession session = dated(parcoursId, rank);
		SessionGuest guest = this.book.guest(session, guestId);
		String why = this.book.isClosed(session) ? given(reason, "attendance.sealed.reason") : null;
		this.book.remove(guest);
		note("attendance.guestRemoved", guestId, session, label(session),
				Changes.none().note("represents", structure(guest), null).note("reason", null, why));
	}

	/**
	 * Closes the register of a half-day: whoever has no answer is noted absent, excused
	 * when they had announced it, and any correction after that needs a reason.
	 * @throws Refusal before the half-day has begun
	 */
	public void countersign(UUID parcoursId, UUID halfDayId) {
		HalfDay halfDay = open(parcoursId, halfDayId);
		if (this.book.isSealed(halfDay)) {
			throw new Refusal("attendance.sealed.already");
		}
		if (halfDay.getSession().getParcours().now(this.signature.clock()).isBefore(halfDay.getSlot().start())) {
			throw new Refusal("attendance.sealed.beforeStart");
		}
		List<Attendance> written = fill(parcoursId, halfDay,
				(announced) -> announced ? AttendanceStatus.EXCUSED : AttendanceStatus.ABSENT);
		int excused = count(written, AttendanceStatus.EXCUSED);
		int absent = count(written, AttendanceStatus.ABSENT);
		this.book.add(new RegisterSeal(halfDayId, this.signature.who(), this.signature.when()));
		note("attendance.countersigned", halfDayId, halfDay.getSession(), label(halfDay.getSession()),
				Changes.none()
					.note("halfDay", null, halfDay.getSlot())
					.note("notedAbsent", null, (absent > 0) ? absent : null)
					.note("notedExcused", null, (excused > 0) ? excused : null));
	}

	/**
	 * Empties the registers of a day that was not the right one, so that it can be moved.
	 * Guests stay, but for those who stood for a structure.
	 */
	public void clear(UUID parcoursId, int rank, @Nullable String reason) {
		CollectiveSession session = still(parcoursId, rank);
		if (session.getState() != SessionState.SCHEDULED) {
			throw new Refusal("attendance.clear.held");
		}
		String why = given(reason, "attendance.clear.reason");
		int gone = this.book.empty(session);
		note("attendance.cleared", session.getId(), session, label(session),
				Changes.none().note("lines", gone, null).note("reason", null, why));
	}

	/**
	 * Whoever has a line keeps it, and stands for every structure she is mandated by.
	 * @param status of whoever is missing, by whether they announced an absence; null
	 * leaves them out
	 * @return the lines that were missing, and are now written
	 */
	private List<Attendance> fill(UUID parcoursId, HalfDay halfDay,
			Function<Boolean, @Nullable AttendanceStatus> status) {
		Map<UUID, Attendance> answered = this.book.lines(halfDay)
			.stream()
			.collect(Collectors.toMap((line) -> line.getPerson().getId(), Function.identity()));
		Set<UUID> announced = this.replies.announcedAbsences(halfDay.getSession().getId(), halfDay.getSlot().day())
			.keySet();
		List<Attendance> missing = new ArrayList<>();
		this.mandates.expectedOn(parcoursId, halfDay.getSlot().day())
			.stream()
			.collect(Collectors.groupingBy(Mandate::getPerson, LinkedHashMap::new, Collectors.toList()))
			.forEach((person, held) -> {
				Attendance line = answered.get(person.getId());
				AttendanceStatus noted = status.apply(announced.contains(person.getId()));
				if (line != null) {
					line.standFor(enrolments(held));
				}
				else if (noted != null) {
					missing.add(new Attendance(Ids.next(), halfDay, enrolments(held), person,
							mark(noted, AttendanceMethod.BY_FACILITATOR)));
				}
			});
		this.book.add(missing);
		return missing;
	}

	private static int count(List<Attendance> lines, AttendanceStatus status) {
		return (int) lines.stream().filter((line) -> line.getStatus() == status).count();
	}

	/** What makes somebody expected on a half-day: one mandate, or several. */
	private List<Mandate> expected(UUID parcoursId, HalfDay halfDay, UUID personId) {
		return this.mandates.expectedOn(parcoursId, halfDay.getSlot().day())
			.stream()
			.filter((mandate) -> mandate.getPerson().getId().equals(personId))
			.toList();
	}

	private static List<Enrolment> enrolments(List<Mandate> mandates) {
		return mandates.stream().map(Mandate::getEnrolment).toList();
	}

	/** Two people may have one name: said again, it is another one. */
	private static void confirm(List<SessionGuest> namesakes, Set<String> accepted) {
		List<Warning> warnings = namesakes.isEmpty() ? List.of() : List.of(Warning.of("attendance.guest.already",
				namesakes.getFirst().getName(), Integer.toString(namesakes.size())));
		List<Warning> unread = Warning.unread(warnings, accepted);
		if (!unread.isEmpty()) {
			throw new Unconfirmed("attendance.guest.unconfirmed", unread);
		}
	}

	private @Nullable Enrolment represented(CollectiveSession session, @Nullable UUID enrolmentId) {
		TimeSlot slot = session.getSlot();
		if (enrolmentId == null || slot == null) {
			return null;
		}
		return this.enrolments.in(session.getParcours().getId(), enrolmentId)
			.filter((enrolment) -> enrolment.isActiveOn(slot.day()))
			.orElseThrow(() -> Refusal.of("represents", "attendance.guest.notActive"));
	}

	private HalfDay open(UUID parcoursId, UUID halfDayId) {
		int rank = this.sessions.keepStillWith(parcoursId, halfDayId).orElseThrow(NotFound::new);
		CollectiveSession session = workable(this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new));
		HalfDay halfDay = session.getHalfDays()
			.stream()
			.filter((one) -> one.getId().equals(halfDayId))
			.findFirst()
			.orElseThrow(NotFound::new);
		requireOpen(halfDay);
		return halfDay;
	}

	private CollectiveSession dated(UUID parcoursId, int rank) {
		CollectiveSession session = still(parcoursId, rank);
		if (!session.getState().isFirm()) {
			throw new Refusal("attendance.notScheduled");
		}
		return session;
	}

	private CollectiveSession still(UUID parcoursId, int rank) {
		if (this.sessions.keepStill(parcoursId, rank).isEmpty()) {
			throw new NotFound();
		}
		return workable(this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new));
	}

	private static CollectiveSession workable(CollectiveSession session) {
		session.getParcours().requireOpenToWork();
		return session;
	}

	private void requireOpen(HalfDay halfDay) {
		if (!halfDay.getSession().getState().isFirm()) {
			throw new Refusal("attendance.notScheduled");
		}
		if (halfDay.getSession().getParcours().now(this.signature.clock()).isBefore(Opening.of(halfDay))) {
			throw new Refusal("attendance.notOpen");
		}
	}

	private Attendance.Mark mark(AttendanceStatus status, AttendanceMethod how) {
		return new Attendance.Mark(status, how, this.signature.who(), this.signature.when());
	}

	private static String given(@Nullable String reason, String refusal) {
		if (reason == null || reason.isBlank()) {
			throw Refusal.of("reason", refusal);
		}
		if (reason.strip().length() > LONGEST_REASON) {
			throw Refusal.of("reason", "attendance.reason.tooLong", Integer.toString(LONGEST_REASON));
		}
		return reason.strip();
	}

	private static @Nullable String structure(SessionGuest guest) {
		Enrolment represents = guest.getRepresents();
		return (represents != null) ? represents.getStructure().getName() : null;
	}

	private static String label(CollectiveSession session) {
		return session.getRank() + ". " + session.getTitle();
	}

	private void note(String what, UUID subject, CollectiveSession session, String label, Changes changes) {
		this.events.publishEvent(new Noted(what, subject, session.getParcours().getId(), label, changes));
	}

	/** Name at most 120 characters, organisation 150. */
	public record Guest(String name, String organisation, @Nullable UUID represents) {
	}

}
