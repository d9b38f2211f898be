package fr.faireavec.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.attendance.Stay;
import fr.faireavec.attendance.StayTaking;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.HalfDay;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.signing.Ink;
import fr.faireavec.signing.MeetingSigning;
import fr.faireavec.signing.Rooms;
import fr.faireavec.signing.Signing;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** A day on which people sign, on the tablet that goes from hand to hand. */
@Component
@ConditionalOnBooleanProperty("faireavec.demo")
class DemoSigning {

	/** One in so many writes her name instead. */
	private static final int WRITES = 4;

	private final DemoStage stage;

	private final CollectiveSessions sessions;

	private final Mandates mandates;

	private final Rooms rooms;

	private final Signing signing;

	private final StayTaking stays;

	private final IndividualMeetings meetings;

	private final MeetingSigning meetingSigning;

	DemoSigning(DemoStage stage, CollectiveSessions sessions, Mandates mandates, Rooms rooms, Signing signing,
			StayTaking stays, IndividualMeetings meetings, MeetingSigning meetingSigning) {
		this.stage = stage;
		this.sessions = sessions;
		this.mandates = mandates;
		this.rooms = rooms;
		this.signing = signing;
		this.stays = stays;
		this.meetings = meetings;
		this.meetingSigning = meetingSigning;
	}

	/** The code of a day, before it comes. */
	void open(Parcours parcours, int rank) {
		this.rooms.codeOf(parcours.getId(), rank);
	}

	/**
	 * Everybody expected signs both half-days, but those named.
	 * @return who signed
	 */
	Set<Person> sign(Parcours parcours, int rank, Set<Person> missing) {
		open(parcours, rank);
		TimeSlot day = Objects.requireNonNull(session(parcours, rank).getSlot());
		String tablet = this.signing.handRound(session(parcours, rank));
		Set<Person> there = new LinkedHashSet<>();
		this.mandates.expectedOn(parcours.getId(), day.day()).forEach((mandate) -> there.add(mandate.getPerson()));
		there.removeAll(missing);
		for (HalfDay half : List.copyOf(session(parcours, rank).getHalfDays())) {
			this.stage.at(half.getSlot().start().minusMinutes(2));
			int at = 0;
			for (Person person : there) {
				this.signing.sign(session(parcours, rank), half.getOrdinal(), person.getId(),
						claim(person, at++, tablet));
			}
		}
		leaveEarly(parcours, rank, there.iterator().next());
		return there;
	}

	/** Whoever was at that meeting signs its sheet, and the animation. */
	void meet(Enrolment enrolment, int rank) {
		IndividualMeeting meeting = this.meetings.ofEnrolment(enrolment.getId())
			.stream()
			.filter((one) -> one.getRank() == rank)
			.findFirst()
			.orElseThrow();
		UUID parcoursId = enrolment.getParcours().getId();
		for (MeetingSigning.Signer one : this.meetingSigning.of(parcoursId, meeting.getId()).signers()) {
			this.meetingSigning.sign(parcoursId, meeting.getId(), one.personId(), drawn(one.name()), "");
		}
	}

	/** A train to catch. */
	private void leaveEarly(Parcours parcours, int rank, Person person) {
		HalfDay afternoon = session(parcours, rank).getHalfDays().getLast();
		LocalDateTime left = afternoon.getSlot().end().minusHours(1);
		this.stage.at(left);
		this.stays.note(parcours.getId(), afternoon.getId(), person.getId(), new Stay(null, left.toLocalTime(), false),
				null);
	}

	private static Signing.Claim claim(Person person, int at, String tablet) {
		return (at % WRITES == WRITES - 1) ? new Signing.Claim("", person.getName(), "", tablet, Stay.WHOLE)
				: new Signing.Claim(drawn(person.getName()), "", "", tablet, Stay.WHOLE);
	}

	/** A wave of its own for each name, as high as its letters. */
	private static String drawn(String name) {
		List<String> points = new ArrayList<>();
		int step = (Ink.WIDTH - 160) / (2 * name.length());
		for (int i = 0; i < name.length(); i++) {
			int swing = 20 + name.charAt(i) % 60;
			int x = 80 + 2 * step * i;
			points.add(x + "," + (150 - swing));
			points.add((x + step) + "," + (150 + swing / 2));
		}
		return String.join(" ", points);
	}

	private CollectiveSession session(Parcours parcours, int rank) {
		return this.sessions.ranked(parcours.getId(), rank).orElseThrow();
	}

}
