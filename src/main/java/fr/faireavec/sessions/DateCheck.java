package fr.faireavec.sessions;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import fr.faireavec.holidays.PublicHolidays;
import fr.faireavec.holidays.SchoolCalendar;
import fr.faireavec.holidays.SchoolHolidays;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.web.FrenchFormat;

import org.springframework.stereotype.Component;

/** What is unusual about a date (rule 6); nothing here forbids it. */
@Component
class DateCheck {

	static final String PAST = "sessions.warning.past";

	static final String WEEKEND = "sessions.warning.weekend";

	static final String HOLIDAY = "sessions.warning.holiday";

	static final String SCHOOL_HOLIDAY = "sessions.warning.schoolHoliday";

	static final String UNPUBLISHED = "sessions.warning.unpublished";

	static final String OUTSIDE = "sessions.warning.outside";

	static final String BEFORE_EARLIER = "sessions.warning.beforeEarlier";

	static final String AFTER_LATER = "sessions.warning.afterLater";

	static final String TOO_CLOSE = "sessions.warning.tooClose";

	static final String TOO_FAR = "sessions.warning.tooFar";

	static final String ELSEWHERE = "sessions.warning.elsewhere";

	static final String MEETING_THEN = "sessions.warning.meetingThen";

	static final String SESSION_THEN = "sessions.warning.sessionThen";

	private static final int FEWEST_WEEKS = 3;

	private static final int MOST_WEEKS = 7;

	private final CollectiveSessions sessions;

	private final IndividualMeetings meetings;

	private final PublicHolidays holidays;

	private final SchoolHolidays school;

	private final FrenchFormat french;

	private final Clock clock;

	DateCheck(CollectiveSessions sessions, IndividualMeetings meetings, PublicHolidays holidays, SchoolHolidays school,
			FrenchFormat french, Clock clock) {
		this.sessions = sessions;
		this.meetings = meetings;
		this.holidays = holidays;
		this.school = school;
		this.french = french;
		this.clock = clock;
	}

	List<Warning> ofSession(CollectiveSession session, TimeSlot slot, List<CollectiveSession> all) {
		List<Warning> warnings = new ArrayList<>(ofDay(session.getParcours(), slot));
		List<CollectiveSession> dated = all.stream()
			.filter((other) -> other.getRank() != session.getRank() && isDated(other))
			.toList();
		for (CollectiveSession other : dated) {
			LocalDate day = dayOf(other);
			if (other.getRank() < session.getRank() && slot.day().isBefore(day)) {
				warnings.add(Warning.of(BEFORE_EARLIER, other.label(), this.french.date(day)));
			}
			if (other.getRank() > session.getRank() && slot.day().isAfter(day)) {
				warnings.add(Warning.of(AFTER_LATER, other.label(), this.french.date(day)));
			}
		}
		addSpacing(warnings, slot.day(), session, all);
		for (CollectiveSession other : this.sessions.ofSameFacilitators(session.getParcours().getId(),
				slot.day().atStartOfDay(), slot.day().plusDays(1).atStartOfDay())) {
			warnings.add(Warning.of(ELSEWHERE, other.getParcours().getName(), other.label()));
		}
		for (IndividualMeeting meeting : this.meetings.ofFacilitatorsOf(session.getParcours().getId(), slot.start(),
				slot.end())) {
			warnings.add(Warning.of(MEETING_THEN, meeting.getEnrolment().getStructure().getName(),
					this.french.time(slotOf(meeting).start())));
		}
		return warnings;
	}

	List<Warning> ofMeeting(Parcours parcours, UUID facilitatorId, TimeSlot slot) {
		List<Warning> warnings = new ArrayList<>(ofDay(parcours, slot));
		for (CollectiveSession session : this.sessions.runBy(facilitatorId, slot.start(), slot.end())) {
			warnings.add(Warning.of(SESSION_THEN, session.label(), session.getParcours().getName()));
		}
		return warnings;
	}

	private List<Warning> ofDay(Parcours parcours, TimeSlot slot) {
		List<Warning> warnings = new ArrayList<>();
		LocalDate day = slot.day();
		if (slot.start().isBefore(parcours.now(this.clock))) {
			warnings.add(Warning.of(PAST, this.french.fullDay(day)));
		}
		if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
			warnings.add(Warning.of(WEEKEND, this.french.fullDay(day)));
		}
		this.holidays.on(day).ifPresent((name) -> warnings.add(Warning.of(HOLIDAY, this.french.fullDay(day), name)));
		SchoolCalendar school = this.school.known();
		school.on(day)
			.ifPresentOrElse(
					(found) -> warnings.add(Warning.of(SCHOOL_HOLIDAY, this.french.fullDay(day), found.name())), () -> {
						if (!school.isPublished(day)) {
							warnings.add(Warning.of(UNPUBLISHED, this.french.fullDay(day)));
						}
					});
		if (day.isBefore(parcours.getStartsOn()) || day.isAfter(parcours.getEndsOn())) {
			warnings.add(Warning.of(OUTSIDE, this.french.date(parcours.getStartsOn()),
					this.french.date(parcours.getEndsOn())));
		}
		return warnings;
	}

	private void addSpacing(List<Warning> warnings, LocalDate day, CollectiveSession session,
			List<CollectiveSession> all) {
		Comparator<CollectiveSession> byRank = Comparator.comparingInt(CollectiveSession::getRank);
		List<CollectiveSession> kept = all.stream()
			.filter((other) -> other.getState() != SessionState.CANCELLED)
			.toList();
		Predicate<CollectiveSession> earlier = (other) -> other.getRank() < session.getRank();
		Predicate<CollectiveSession> later = (other) -> other.getRank() > session.getRank();
		kept.stream().filter(earlier).max(byRank).filter(DateCheck::isDated).ifPresent((before) -> {
			addSpacing(warnings, ChronoUnit.DAYS.between(dayOf(before), day), before);
		});
		kept.stream().filter(later).min(byRank).filter(DateCheck::isDated).ifPresent((after) -> {
			addSpacing(warnings, ChronoUnit.DAYS.between(day, dayOf(after)), after);
		});
	}

	// Days in the wrong order were already told apart.
	private void addSpacing(List<Warning> warnings, long days, CollectiveSession neighbour) {
		String date = this.french.date(dayOf(neighbour));
		if (days >= 0 && days < FEWEST_WEEKS * 7L) {
			warnings.add(Warning.of(TOO_CLOSE, neighbour.label(), date));
		}
		else if (days > MOST_WEEKS * 7L) {
			warnings.add(Warning.of(TOO_FAR, neighbour.label(), date));
		}
	}

	private static boolean isDated(CollectiveSession session) {
		return session.getState().keepsItsDate() && session.getSlot() != null;
	}

	private static LocalDate dayOf(CollectiveSession session) {
		TimeSlot slot = session.getSlot();
		if (slot == null) {
			throw new IllegalStateException("a dated session has a slot");
		}
		return slot.day();
	}

	private static TimeSlot slotOf(IndividualMeeting meeting) {
		TimeSlot slot = meeting.getSlot();
		if (slot == null) {
			throw new IllegalStateException("a planned meeting has a slot");
		}
		return slot;
	}

}
