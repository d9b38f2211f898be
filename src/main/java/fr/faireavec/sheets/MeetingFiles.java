package fr.faireavec.sheets;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.SignatureDrawings;
import fr.faireavec.attendance.SignatureDrawings.Drawing;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.documents.Documents;
import fr.faireavec.documents.Printable;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The short sheet of an individual meeting, to sign: any for those who run the parcours,
 * her own for a pilot.
 */
@Component
@Transactional(readOnly = true)
public class MeetingFiles {

	private final IndividualMeetings meetings;

	private final Mandates mandates;

	private final Headings headings;

	private final Documents documents;

	private final SheetWords words;

	private final SignatureDrawings signatures;

	MeetingFiles(IndividualMeetings meetings, Mandates mandates, Headings headings, Documents documents,
			SheetWords words, SignatureDrawings signatures) {
		this.meetings = meetings;
		this.mandates = mandates;
		this.headings = headings;
		this.documents = documents;
		this.words = words;
		this.signatures = signatures;
	}

	/**
	 * @throws NotFound for another's
	 * @throws Refusal while it has no date
	 */
	public byte[] print(Seat seat, UUID id) {
		IndividualMeeting meeting = in(seat.parcours(), id);
		boolean mayRead = seat instanceof Seat.Running
				|| (seat instanceof Seat.Piloting piloting && piloting.pilots(meeting.getEnrolment().getId()));
		if (!mayRead) {
			throw new NotFound();
		}
		return print(seat.parcours(), meeting);
	}

	/** The same for whoever reads all of a parcours. */
	public byte[] print(Parcours parcours, UUID id) {
		return print(parcours, in(parcours, id));
	}

	private IndividualMeeting in(Parcours parcours, UUID id) {
		return this.meetings.in(parcours.getId(), id).orElseThrow(NotFound::new);
	}

	private byte[] print(Parcours parcours, IndividualMeeting meeting) {
		TimeSlot slot = meeting.getSlot();
		if (slot == null || meeting.getState() == MeetingState.CANCELLED) {
			throw new Refusal("sheets.meeting.noDate");
		}
		String structure = meeting.getEnrolment().getStructure().getName();
		Heading heading = this.headings.of(parcours, slot.day());
		Map<String, Object> model = new HashMap<>();
		model.put("meeting", meeting);
		model.put("structure", structure);
		model.put("slot", slot);
		model.put("held", meeting.getState() == MeetingState.HELD);
		Map<UUID, Drawing> signed = this.signatures.ofMeeting(meeting.getId());
		model.put("people", people(meeting, slot.day(), signed));
		Person facilitator = meeting.getFacilitator();
		model.put("animation", (facilitator != null)
				? new Row(facilitator.getName(), null, null, signed.get(facilitator.getId())) : null);
		model.put("heading", heading);
		return this.documents
			.print(new Printable("sheets/meeting", this.words.say("meeting.title", structure),
					this.words.say("meeting.about", meeting.getRank(), structure, parcours.getName()), model,
					heading.pictures()))
			.file();
	}

	/** Those mandated that day; and whoever was there, once it is held. */
	private List<Row> people(IndividualMeeting meeting, LocalDate day, Map<UUID, Drawing> signed) {
		boolean held = meeting.getState() == MeetingState.HELD;
		Set<Person> there = meeting.getAttendees();
		Map<UUID, Row> people = new LinkedHashMap<>();
		this.mandates.ofEnrolment(meeting.getEnrolment().getId())
			.stream()
			.filter((mandate) -> mandate.isActiveOn(day))
			.forEach((mandate) -> people.putIfAbsent(mandate.getPerson().getId(),
					new Row(mandate.getPerson().getName(), mandate.getRole(),
							held ? there.contains(mandate.getPerson()) : null,
							signed.get(mandate.getPerson().getId()))));
		there.stream()
			.sorted(Comparator.comparing(Person::getName))
			.forEach((person) -> people.putIfAbsent(person.getId(),
					new Row(person.getName(), null, true, signed.get(person.getId()))));
		return List.copyOf(people.values());
	}

	/**
	 * Somebody who was to be there.
	 *
	 * @param present null while it is not held
	 * @param signature null where the box stays empty, to be signed by hand
	 */
	public record Row(String name, @Nullable MandateRole role, @Nullable Boolean present, @Nullable Drawing signature) {
	}

}
