package fr.faireavec.attendance;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.HalfDay;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the register of a day, whole. */
@Component
@Transactional(readOnly = true)
public class RegisterReading {

	private final CollectiveSessions sessions;

	private final Mandates mandates;

	private final Enrolments enrolments;

	private final Book book;

	private final Clock clock;

	RegisterReading(CollectiveSessions sessions, Mandates mandates, Enrolments enrolments, Book book, Clock clock) {
		this.sessions = sessions;
		this.mandates = mandates;
		this.enrolments = enrolments;
		this.book = book;
		this.clock = clock;
	}

	public Register of(UUID parcoursId, int rank) {
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		TimeSlot slot = session.getState().keepsItsDate() ? session.getSlot() : null;
		if (slot == null) {
			return new Register(rank, session.getVersion(), session.getTitle(), session.getState(), null,
					session.getVenue(), List.of(), List.of(), List.of(), false);
		}
		List<Mandate> expected = this.mandates.expectedOn(parcoursId, slot.day());
		Map<UUID, List<Attendance>> written = this.book.lines(session)
			.stream()
			.collect(Collectors.groupingBy((line) -> line.getHalfDay().getId()));
		Map<UUID, RegisterSeal> seals = this.book.seals(session);
		LocalDateTime now = session.getParcours().now(this.clock);
		List<Register.Sheet> sheets = session.getHalfDays()
			.stream()
			.map((half) -> sheet(half, now, seals.get(half.getId()),
					lines(expected, written.getOrDefault(half.getId(), List.of()))))
			.toList();
		return new Register(rank, session.getVersion(), session.getTitle(), session.getState(), slot,
				session.getVenue(), sheets, guests(session), structures(parcoursId, slot),
				seals.size() == sheets.size());
	}

	private static Register.Sheet sheet(HalfDay half, LocalDateTime now, @Nullable RegisterSeal seal,
			List<Register.Line> lines) {
		LocalDateTime opensAt = Opening.of(half);
		return new Register.Sheet(half.getId(), half.getOrdinal(), half.isMorning(), half.getSlot(), opensAt,
				!now.isBefore(opensAt), !now.isBefore(half.getSlot().start()), (seal != null)
						? new Register.Seal(seal.getCountersignedBy().getName(), seal.getCountersignedAt()) : null,
				lines);
	}

	// Whoever signed stays on the sheet, even when the mandate was ended since.
	private static List<Register.Line> lines(List<Mandate> expected, List<Attendance> written) {
		Map<UUID, Attendance> byPerson = new LinkedHashMap<>();
		written.forEach((line) -> byPerson.put(line.getPerson().getId(), line));
		Map<UUID, Register.Line> lines = new LinkedHashMap<>();
		for (Mandate mandate : expected) {
			UUID person = mandate.getPerson().getId();
			lines.computeIfAbsent(person, (id) -> line(mandate, byPerson.get(id)));
		}
		List<Register.Line> all = new ArrayList<>(lines.values());
		byPerson.forEach((person, line) -> {
			if (!lines.containsKey(person)) {
				all.add(line(null, line));
			}
		});
		return all;
	}

	private static Register.Line line(@Nullable Mandate mandate, @Nullable Attendance written) {
		if (written != null) {
			return new Register.Line(written.getPerson().getId(), written.getPersonName(),
					written.getEnrolment().getStructure().getName(), (mandate != null) ? mandate.getRole() : null,
					written.getStatus(), written.getHow(), written.getRecordedAt(), written.getRecordedBy().getName());
		}
		if (mandate == null) {
			throw new IllegalArgumentException("a line comes from a mandate or from the register");
		}
		return new Register.Line(mandate.getPerson().getId(), mandate.getPerson().getName(),
				mandate.getEnrolment().getStructure().getName(), mandate.getRole(), null, null, null, null);
	}

	private List<Register.GuestLine> guests(CollectiveSession session) {
		return this.book.guests(session)
			.stream()
			.map((guest) -> new Register.GuestLine(guest.getId(), guest.getName(), guest.getOrganisation(),
					(guest.getRepresents() != null) ? guest.getRepresents().getStructure().getName() : null))
			.toList();
	}

	private List<Register.Represented> structures(UUID parcoursId, TimeSlot slot) {
		return this.enrolments.activeOn(parcoursId, slot.day())
			.stream()
			.map((enrolment) -> new Register.Represented(enrolment.getId(), enrolment.getStructure().getName()))
			.toList();
	}

}
