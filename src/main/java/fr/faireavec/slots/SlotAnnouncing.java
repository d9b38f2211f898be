package fr.faireavec.slots;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.mail.Outbox;
import fr.faireavec.mail.Posting;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.MeetingRows;
import fr.faireavec.sessions.MeetingState;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells structures that slots await them: a letter a day at the most. */
@Component
@Transactional
public class SlotAnnouncing {

	private final AllParcours allParcours;

	private final SlotRows slots;

	private final MeetingRows meetings;

	private final Mandates mandates;

	private final Outbox outbox;

	private final JdbcClient jdbc;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	SlotAnnouncing(AllParcours allParcours, SlotRows slots, MeetingRows meetings, Mandates mandates, Outbox outbox,
			JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
		this.allParcours = allParcours;
		this.slots = slots;
		this.meetings = meetings;
		this.mandates = mandates;
		this.outbox = outbox;
		this.jdbc = jdbc;
		this.events = events;
		this.clock = clock;
	}

	/** The last day somebody did, if ever. */
	@Transactional(readOnly = true)
	public Optional<LocalDate> lastDay(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT max(n.announced_on) FROM slot_announcement n JOIN enrolment e ON e.id = n.enrolment_id
				WHERE e.parcours_id = :parcours""").param("parcours", parcoursId).query(LocalDate.class).optional();
	}

	/**
	 * Writes to the pilots and copilots of the structures that have a meeting to fix.
	 * @return how many structures are told; those told today already are not
	 * @throws Refusal when no slot is free, or nobody has anything to choose
	 */
	public int announce(UUID parcoursId) {
		Parcours parcours = this.allParcours.findById(parcoursId).orElseThrow(NotFound::new);
		parcours.requireOpenToWork();
		if (this.slots.free(parcoursId).isEmpty()) {
			throw new Refusal("slots.announce.noSlot");
		}
		Map<Enrolment, List<Person>> awaited = awaited(parcours);
		if (awaited.isEmpty()) {
			throw new Refusal("slots.announce.nobody");
		}
		LocalDate today = parcours.today(this.clock);
		List<String> told = new ArrayList<>();
		awaited.forEach((enrolment, people) -> {
			if (isFirst(enrolment, today)) {
				told.add(enrolment.getStructure().getName());
				people.forEach((person) -> this.outbox
					.post(Posting.of(SlotsOfferedLetter.NAME, person.getId(), enrolment.getId())
						.apart(today.toString())));
			}
		});
		if (!told.isEmpty()) {
			this.events.publishEvent(new Noted("slot.announced", parcoursId, parcoursId, parcours.getName(),
					Changes.none().note("structures", null, String.join(", ", told))));
		}
		return told.size();
	}

	/** The structures that have a meeting to fix, and their people who read letters. */
	private Map<Enrolment, List<Person>> awaited(Parcours parcours) {
		Set<UUID> toFix = this.meetings.of(parcours.getId())
			.stream()
			.filter((meeting) -> meeting.state() == MeetingState.TO_PLAN)
			.map(MeetingRow::enrolmentId)
			.collect(Collectors.toSet());
		return this.mandates.expectedOn(parcours.getId(), parcours.today(this.clock))
			.stream()
			.filter((mandate) -> toFix.contains(mandate.getEnrolment().getId()))
			.filter((mandate) -> mandate.getPerson().getEmail() != null)
			.collect(Collectors.groupingBy(Mandate::getEnrolment, LinkedHashMap::new,
					Collectors.mapping(Mandate::getPerson, Collectors.toList())));
	}

	private boolean isFirst(Enrolment enrolment, LocalDate today) {
		return this.jdbc.sql("""
				INSERT INTO slot_announcement (enrolment_id, announced_on) VALUES (:enrolment, :today)
				ON CONFLICT DO NOTHING""").param("enrolment", enrolment.getId()).param("today", today).update() == 1;
	}

}
