package fr.faireavec.signing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.MeetingUnheld;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Those who were at an individual meeting sign its sheet, each once, on the device of the
 * animation that goes from hand to hand. What somebody signed stays until the animation
 * takes it back, or says that the meeting did not take place.
 */
@Component
@Transactional
public class MeetingSigning {

	private final IndividualMeetings meetings;

	private final MeetingSignatures signatures;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	MeetingSigning(IndividualMeetings meetings, MeetingSignatures signatures, Clock clock,
			ApplicationEventPublisher events) {
		this.meetings = meetings;
		this.signatures = signatures;
		this.clock = clock;
		this.events = events;
	}

	/** Who was there, and what each signed. */
	@Transactional(readOnly = true)
	public Sheet of(UUID parcoursId, UUID meetingId) {
		IndividualMeeting meeting = in(parcoursId, meetingId);
		Map<UUID, MeetingSignature> signed = signed(meetingId);
		List<Signer> signers = there(meeting).stream()
			.map((person) -> new Signer(person.getId(), person.getName(), person.equals(meeting.getFacilitator()),
					Optional.ofNullable(signed.get(person.getId())).map(MeetingSignature::getSignedAt).orElse(null)))
			.toList();
		return new Sheet(meeting.getRank(), meeting.getEnrolment().getStructure().getName(), meeting.getSlot(),
				signers);
	}

	/**
	 * One of those who were there signs. Sent twice, it is one signature.
	 * @throws Refusal while the meeting is not said held, when nothing was signed, when
	 * that person was not there, or signed something else
	 */
	public void sign(UUID parcoursId, UUID meetingId, UUID personId, String strokes, String written) {
		IndividualMeeting meeting = still(parcoursId, meetingId);
		if (meeting.getState() != MeetingState.HELD) {
			throw new Refusal("signing.meeting.notHeld");
		}
		if (there(meeting).stream().noneMatch((person) -> person.getId().equals(personId))) {
			throw new Refusal("signing.meeting.notThere");
		}
		Signature.Mark mark = Signature.Mark.of(strokes, written);
		MeetingSignature already = signed(meetingId).get(personId);
		if (already != null) {
			if (!already.is(mark)) {
				throw new Refusal("signing.meeting.already");
			}
			return;
		}
		this.signatures.saveAndFlush(new MeetingSignature(Ids.next(), meetingId, personId, mark, this.clock.instant()));
		note("signing.meetingSigned", meeting, Changes.none().note("signer", null, personId.toString()));
	}

	/** Somebody signed at another's name: they sign anew. */
	public void takeBack(UUID parcoursId, UUID meetingId, UUID personId) {
		IndividualMeeting meeting = still(parcoursId, meetingId);
		MeetingSignature signature = signed(meetingId).get(personId);
		if (signature != null) {
			this.signatures.delete(signature);
			this.signatures.flush();
			note("signing.meetingTakenBack", meeting, Changes.none().note("signer", personId.toString(), null));
		}
	}

	/** Nobody was there any more: nothing was signed. */
	@EventListener
	void forget(MeetingUnheld undone) {
		this.signatures.forget(undone.meeting().getId());
	}

	/** Nobody where nobody of the structure came; else they, then the animation. */
	private static List<Person> there(IndividualMeeting meeting) {
		List<Person> there = new ArrayList<>(
				meeting.getAttendees().stream().sorted(Comparator.comparing(Person::getName)).toList());
		Person facilitator = meeting.getFacilitator();
		if (!there.isEmpty() && facilitator != null && !there.contains(facilitator)) {
			there.add(facilitator);
		}
		return there;
	}

	private Map<UUID, MeetingSignature> signed(UUID meetingId) {
		return this.signatures.ofMeeting(meetingId)
			.stream()
			.collect(Collectors.toMap(MeetingSignature::getPersonId, Function.identity()));
	}

	private IndividualMeeting still(UUID parcoursId, UUID meetingId) {
		if (this.meetings.keepStill(parcoursId, meetingId).isEmpty()) {
			throw new NotFound();
		}
		IndividualMeeting meeting = in(parcoursId, meetingId);
		meeting.getEnrolment().getParcours().requireOpenToWork();
		return meeting;
	}

	private IndividualMeeting in(UUID parcoursId, UUID meetingId) {
		return this.meetings.in(parcoursId, meetingId).orElseThrow(NotFound::new);
	}

	private void note(String what, IndividualMeeting meeting, Changes changes) {
		this.events.publishEvent(new Noted(what, meeting.getId(), meeting.getEnrolment().getParcours().getId(),
				meeting.getEnrolment().getStructure().getName(), changes));
	}

	/** The sheet of a meeting, as it is signed. */
	public record Sheet(int rank, String structure, @Nullable TimeSlot slot, List<Signer> signers) {

		/** One of those who were there. */
		public Optional<Signer> of(@Nullable UUID personId) {
			return this.signers.stream().filter((one) -> one.personId().equals(personId)).findFirst();
		}

	}

	/**
	 * Somebody who was there.
	 *
	 * @param animation it is who held the meeting
	 * @param signedAt null while they did not sign
	 */
	public record Signer(UUID personId, String name, boolean animation, @Nullable Instant signedAt) {
	}

}
