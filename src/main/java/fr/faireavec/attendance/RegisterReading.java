package fr.faireavec.attendance;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.replies.ReplyReading;
import fr.faireavec.replies.ReplyReading.Announced;
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

	private final ReplyReading replies;

	private final Clock clock;

	RegisterReading(CollectiveSessions sessions, Mandates mandates, Enrolments enrolments, Book book,
			ReplyReading replies, Clock clock) {
		this.sessions = sessions;
		this.mandates = mandates;
		this.enrolments = enrolments;
		this.book = book;
		this.replies = replies;
		this.clock = clock;
	}

	public Register of(UUID parcoursId, int rank) {
		CollectiveSession session = this.sessions.ranked(parcoursId, rank).orElseThrow(NotFound::new);
		TimeSlot slot = session.getState().isFirm() ? session.getSlot() : null;
		if (slot == null) {
			return new Register(rank, session.getVersion(), session.getTitle(), session.getState(), null,
					session.getVenue(), List.of(), List.of(), List.of(), List.of(), false);
		}
		List<Mandate> expected = this.mandates.expectedOn(parcoursId, slot.day());
		Map<UUID, List<Attendance>> written = this.book.lines(session)
			.stream()
			.collect(Collectors.groupingBy((line) -> line.getHalfDay().getId()));
		Map<UUID, RegisterSeal> seals = this.book.seals(session);
		// What was announced counts until something is noted: a closed register is noted.
		boolean closed = seals.size() == session.getHalfDays().size();
		Map<UUID, Announced> announced = closed ? Map.of()
				: this.replies.announcedAbsences(session.getId(), slot.day());
		LocalDateTime now = session.getParcours().now(this.clock);
		List<Register.Sheet> sheets = session.getHalfDays()
			.stream()
			.map((half) -> sheet(half, now, seals.get(half.getId()),
					lines(expected, written.getOrDefault(half.getId(), List.of()), seals.containsKey(half.getId()),
							announced)))
			.toList();
		List<Register.GuestLine> guests = guests(session);
		return new Register(rank, session.getVersion(), session.getTitle(), session.getState(), slot,
				session.getVenue(), sheets, guests, replacements(expected, announced, guests),
				structures(parcoursId, slot), closed);
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
	private static List<Register.Line> lines(List<Mandate> expected, List<Attendance> written, boolean sealed,
			Map<UUID, Announced> announced) {
		Map<UUID, List<Mandate>> mandates = expected.stream()
			.collect(Collectors.groupingBy((mandate) -> mandate.getPerson().getId(), LinkedHashMap::new,
					Collectors.toList()));
		Map<UUID, Attendance> byPerson = new LinkedHashMap<>();
		written.forEach((line) -> byPerson.put(line.getPerson().getId(), line));
		List<Register.Line> all = new ArrayList<>();
		mandates.forEach((person, held) -> {
			Attendance line = byPerson.get(person);
			all.add((line != null) ? written(line, held, sealed, announced.get(person))
					: unwritten(held, announced.get(person)));
		});
		byPerson.forEach((person, line) -> {
			if (!mandates.containsKey(person)) {
				all.add(written(line, List.of(), sealed, null));
			}
		});
		return all;
	}

	private static Register.Line unwritten(List<Mandate> held, @Nullable Announced announced) {
		Person person = held.getFirst().getPerson();
		return new Register.Line(person.getId(), person.getName(),
				held.stream().map(RegisterReading::standsFor).toList(), null, null, Stay.WHOLE, null, null, null,
				announced);
	}

	/** A line by itself: what was said, not what was announced. */
	static Register.Line written(Attendance line) {
		return written(line, List.of(), true, null);
	}

	/** A closed sheet says what it said when it was closed. */
	private static Register.Line written(Attendance line, List<Mandate> held, boolean sealed,
			@Nullable Announced announced) {
		Map<UUID, Register.StandsFor> structures = new LinkedHashMap<>();
		line.getEnrolments()
			.forEach((enrolment) -> structures.put(enrolment.getId(),
					new Register.StandsFor(enrolment.getStructure().getName(), null)));
		for (Mandate mandate : held) {
			UUID enrolment = mandate.getEnrolment().getId();
			if (!sealed || structures.containsKey(enrolment)) {
				structures.put(enrolment, standsFor(mandate));
			}
		}
		return new Register.Line(line.getPerson().getId(), line.getPersonName(), List.copyOf(structures.values()),
				line.getStatus(), line.getHow(), line.getStay(), line.getStayNotedAt(), line.getRecordedAt(),
				line.getRecordedBy().getName(), announced);
	}

	private static Register.StandsFor standsFor(Mandate mandate) {
		return new Register.StandsFor(mandate.getEnrolment().getStructure().getName(), mandate.getRole());
	}

	private List<Register.GuestLine> guests(CollectiveSession session) {
		return this.book.guests(session)
			.stream()
			.map((guest) -> new Register.GuestLine(guest.getId(), guest.getName(), guest.getOrganisation(),
					(guest.getRepresents() != null) ? guest.getRepresents().getStructure().getName() : null,
					guest.getOnlyHalf()))
			.toList();
	}

	/** Once she is on the list as a guest, she is offered no more. */
	private static List<Register.Replacement> replacements(List<Mandate> expected, Map<UUID, Announced> announced,
			List<Register.GuestLine> guests) {
		List<Register.Replacement> offered = new ArrayList<>();
		Set<UUID> met = new HashSet<>();
		for (Mandate mandate : expected) {
			Person person = mandate.getPerson();
			Announced said = announced.get(person.getId());
			if (said != null && said.isReplaced() && met.add(person.getId())
					&& guests.stream().noneMatch((guest) -> guest.name().equalsIgnoreCase(said.replacementName()))) {
				offered.add(new Register.Replacement(person.getName(), said.replacementName(),
						said.replacementOrganisation(), mandate.getEnrolment().getId(),
						mandate.getEnrolment().getStructure().getName()));
			}
		}
		return offered;
	}

	private List<Register.Represented> structures(UUID parcoursId, TimeSlot slot) {
		return this.enrolments.activeOn(parcoursId, slot.day())
			.stream()
			.map((enrolment) -> new Register.Represented(enrolment.getId(), enrolment.getStructure().getName()))
			.toList();
	}

}
