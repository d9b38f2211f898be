package fr.faireavec.sessions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.kernel.Unconfirmed;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Parcours;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Many individual meetings receive their dates at once, or none does. */
@Component
@Transactional
public class MeetingsDating {

	private final IndividualMeetings meetings;

	private final MeetingKeeping keeping;

	private final MeetingFacilitators facilitators;

	private final MessageSource messages;

	private final Clock clock;

	MeetingsDating(IndividualMeetings meetings, MeetingKeeping keeping, MeetingFacilitators facilitators,
			MessageSource messages, Clock clock) {
		this.meetings = meetings;
		this.keeping = keeping;
		this.facilitators = facilitators;
		this.messages = messages;
		this.clock = clock;
	}

	/** Those without a date, of structures that take part still, by structure. */
	@Transactional(readOnly = true)
	public List<IndividualMeeting> toDate(Parcours parcours) {
		LocalDate today = parcours.today(this.clock);
		return this.meetings.ofParcours(parcours.getId())
			.stream()
			.filter((meeting) -> meeting.getState() == MeetingState.TO_PLAN && !meeting.getEnrolment().isAwayOn(today))
			.toList();
	}

	/** Where each structure was met last, or is to be, by enrolment. */
	@Transactional(readOnly = true)
	public Map<UUID, String> places(Parcours parcours) {
		Map<UUID, String> places = new LinkedHashMap<>();
		this.meetings.ofParcours(parcours.getId())
			.stream()
			.filter((meeting) -> !meeting.getPlace().isEmpty())
			.sorted(Comparator.comparingInt(IndividualMeeting::getRank))
			.forEach((meeting) -> places.put(meeting.getEnrolment().getId(), meeting.getPlace()));
		return places;
	}

	/** Those who may meet a structure of this parcours, by name. */
	@Transactional(readOnly = true)
	public List<Person> facilitators(Parcours parcours) {
		return this.facilitators.free(parcours.getId());
	}

	/**
	 * Gives these meetings their dates; the others stay as they are.
	 * @param accepted the codes of the warnings that were read
	 * @return how many
	 * @throws Unconfirmed when another warning stands: nothing is written before it is
	 * read
	 * @throws Refusal beside « date[id] », all those that are refused at once
	 */
	public int date(Parcours parcours, List<Dating> datings, Set<String> accepted) {
		List<Warning> unread = Warning.unread(warnings(parcours, datings), accepted);
		if (!unread.isEmpty()) {
			throw new Unconfirmed("web.warnings", unread);
		}
		List<Refusal> refused = new ArrayList<>();
		for (Dating dating : datings) {
			try {
				this.keeping.schedule(parcours.getId(), dating.meetingId(), dating.version(), dating.facilitatorId(),
						dating.slot(), dating.mode(), dating.place());
			}
			catch (StaleEdit stale) {
				refused.add(Refusal.of(dating.field("date"), "sessions.meetings.changed"));
			}
			catch (Refusal refusal) {
				String field = "facilitator".equals(refusal.field()) ? "facilitator" : "date";
				refused.add(Refusal.of(dating.field(field), refusal.messageKey(), refusal.args()));
			}
		}
		if (!refused.isEmpty()) {
			Refusal first = refused.getFirst();
			refused.stream().skip(1).forEach(first::addSuppressed);
			throw first;
		}
		return datings.size();
	}

	private List<Warning> warnings(Parcours parcours, List<Dating> datings) {
		Map<UUID, IndividualMeeting> known = new LinkedHashMap<>();
		this.meetings.ofParcours(parcours.getId()).forEach((meeting) -> known.put(meeting.getId(), meeting));
		List<Warning> warnings = new ArrayList<>();
		for (Dating dating : datings) {
			IndividualMeeting meeting = known.get(dating.meetingId());
			if (meeting != null) {
				this.keeping.warnings(parcours, dating.facilitatorId(), dating.slot())
					.forEach((warning) -> warnings
						.add(Warning.of("sessions.meetings.warning", meeting.getEnrolment().getStructure().getName(),
								String.valueOf(meeting.getRank()), say(warning))));
			}
		}
		return warnings;
	}

	private String say(Warning warning) {
		return this.messages.getMessage(warning.messageKey(), warning.arguments(), Locale.FRENCH);
	}

	/** A date for one meeting, read on that version of it. */
	public record Dating(UUID meetingId, int version, UUID facilitatorId, TimeSlot slot, String place) {

		/** How a form names one of its fields. */
		String field(String column) {
			return column + "[" + this.meetingId + "]";
		}

		/** A link is a place to be seen from afar. */
		Mode mode() {
			return this.place.matches("https?://\\S+") ? Mode.DISTANCIEL : Mode.PRESENTIEL;
		}

	}

}
