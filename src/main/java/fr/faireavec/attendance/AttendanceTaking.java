package fr.faireavec.attendance;

import java.time.Instant;
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
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.replies.ReplyReading;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.HalfDay;
import fr.faireavec.sessions.SessionState;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes attendance, half-day by half-day, and closes its registers. */
@Component
@Transactional
public class AttendanceTaking {

	private final OpenRegisters registers;

	private final Mandates mandates;

	private final Book book;

	private final ReplyReading replies;

	private final Recorder recorder;

	private final ApplicationEventPublisher events;

	AttendanceTaking(OpenRegisters registers, Mandates mandates, Book book, ReplyReading replies, Recorder recorder,
			ApplicationEventPublisher events) {
		this.registers = registers;
		this.mandates = mandates;
		this.book = book;
		this.replies = replies;
		this.recorder = recorder;
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
		record(parcoursId, halfDayId, personId, status, how, reason, this.recorder.when());
	}

	/** The same, said at that moment. */
	void record(UUID parcoursId, UUID halfDayId, UUID personId, AttendanceStatus status, AttendanceMethod how,
			@Nullable String reason, Instant at) {
		HalfDay halfDay = this.registers.open(parcoursId, halfDayId);
		Optional<Attendance> former = this.book.line(halfDay, personId);
		boolean sealed = this.book.isSealed(halfDay);
		List<Mandate> mandates = sealed && former.isPresent() ? List.of()
				: this.registers.expected(parcoursId, halfDay, personId);
		boolean stands = former.filter((line) -> line.standFor(enrolments(mandates))).isPresent();
		if (!stands && former.filter((line) -> line.getStatus() == status && line.getHow() == how).isPresent()) {
			return;
		}
		String why = sealed ? Reason.given(reason, "attendance.sealed.reason") : null;
		Attendance.Mark mark = new Attendance.Mark(status, how, this.recorder.who(), at);
		Attendance line;
		AttendanceStatus before = former.map(Attendance::getStatus).orElse(null);
		if (former.isPresent()) {
			line = former.get();
			if (line.getHow().isSigned()) {
				this.events.publishEvent(new SignaturesVoid(List.of(line.getId()), List.of()));
			}
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
				line.structureNames(),
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
		HalfDay halfDay = this.registers.open(parcoursId, halfDayId);
		if (this.book.isSealed(halfDay)) {
			throw new Refusal("attendance.sealed.already");
		}
		int written = fill(parcoursId, halfDay, (announced) -> announced ? null : AttendanceStatus.PRESENT).size();
		note("attendance.everyone", halfDay.getId(), halfDay.getSession(), label(halfDay.getSession()),
				Changes.none().note("halfDay", null, halfDay.getSlot()).note("people", null, written));
		return written;
	}

	/**
	 * Closes the register of a half-day: whoever has no answer is noted absent, excused
	 * when they had announced it, and any correction after that needs a reason.
	 * @throws Refusal before the half-day has begun
	 */
	public void countersign(UUID parcoursId, UUID halfDayId) {
		HalfDay halfDay = this.registers.open(parcoursId, halfDayId);
		if (this.book.isSealed(halfDay)) {
			throw new Refusal("attendance.sealed.already");
		}
		if (halfDay.getSession().getParcours().now(this.recorder.clock()).isBefore(halfDay.getSlot().start())) {
			throw new Refusal("attendance.sealed.beforeStart");
		}
		List<Attendance> written = fill(parcoursId, halfDay,
				(announced) -> announced ? AttendanceStatus.EXCUSED : AttendanceStatus.ABSENT);
		int excused = count(written, AttendanceStatus.EXCUSED);
		int absent = count(written, AttendanceStatus.ABSENT);
		this.book.add(new RegisterSeal(halfDayId, this.recorder.who(), this.recorder.when()));
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
		CollectiveSession session = this.registers.still(parcoursId, rank);
		if (session.getState() != SessionState.SCHEDULED) {
			throw new Refusal("attendance.clear.held");
		}
		String why = Reason.given(reason, "attendance.clear.reason");
		this.events.publishEvent(new SignaturesVoid(ids(this.book.lines(session)), ids(this.book.guests(session))));
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

	private static List<UUID> ids(List<? extends Identified> some) {
		return some.stream().map(Identified::getId).toList();
	}

	private static int count(List<Attendance> lines, AttendanceStatus status) {
		return (int) lines.stream().filter((line) -> line.getStatus() == status).count();
	}

	private static List<Enrolment> enrolments(List<Mandate> mandates) {
		return mandates.stream().map(Mandate::getEnrolment).toList();
	}

	private Attendance.Mark mark(AttendanceStatus status, AttendanceMethod how) {
		return new Attendance.Mark(status, how, this.recorder.who(), this.recorder.when());
	}

	private static String label(CollectiveSession session) {
		return session.getRank() + ". " + session.getTitle();
	}

	private void note(String what, UUID subject, CollectiveSession session, String label, Changes changes) {
		this.events.publishEvent(new Noted(what, subject, session.getParcours().getId(), label, changes));
	}

}
