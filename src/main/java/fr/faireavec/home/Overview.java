package fr.faireavec.home;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.attendance.AttendanceGrid;
import fr.faireavec.parcours.MeetingPlan;
import fr.faireavec.sessions.MeetingRow;
import fr.faireavec.sessions.MeetingState;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.sessions.TimeSlot;

/**
 * Where a parcours stands, read once: its days, its meetings, its cohort, who was there.
 */
public record Overview(LocalDateTime now, List<SessionRow> sessions, List<MeetingPlan> rounds,
		List<MeetingRow> meetings, List<CohortRows.CohortRow> cohort, AttendanceGrid.Cells attendance,
		List<Unfinished.Day> unfinished) {

	/** In so many weeks a day is prepared: whoever comes needs to know. */
	private static final int NEAR = 6;

	/** The same with nothing of the other structures in it. */
	public Overview seenFrom(List<UUID> enrolmentIds) {
		return new Overview(this.now, this.sessions, this.rounds,
				this.meetings.stream().filter((meeting) -> enrolmentIds.contains(meeting.enrolmentId())).toList(),
				this.cohort.stream().filter((row) -> enrolmentIds.contains(row.enrolmentId())).toList(),
				this.attendance, List.of());
	}

	/** The first day with a date that is not over. */
	public Optional<SessionRow> next() {
		return this.sessions.stream()
			.filter((session) -> session.state() == SessionState.SCHEDULED && session.slot() != null
					&& !session.slot().end().isBefore(this.now))
			.min((one, other) -> start(one).compareTo(start(other)));
	}

	/** Days that are over and nobody marked held. */
	public List<SessionRow> toMarkHeld() {
		return this.sessions.stream()
			.filter((session) -> session.state() == SessionState.SCHEDULED && session.slot() != null
					&& session.slot().end().isBefore(this.now))
			.toList();
	}

	/** The half-day of a day that is over which nobody closed yet, the first of them. */
	public Optional<Integer> firstOpenHalf(int rank) {
		return this.unfinished.stream()
			.filter((day) -> day.rank() == rank)
			.findFirst()
			.flatMap((day) -> Optional.ofNullable(day.firstOpen()));
	}

	/** Days that are held, and of which a half-day was never closed. */
	public List<Unfinished.Day> halvesToClose() {
		return this.unfinished.stream().filter((day) -> day.held() && day.openHalves() > 0).toList();
	}

	/** Days that are held, and of which nothing was written. */
	public List<Unfinished.Day> mute() {
		return this.unfinished.stream().filter((day) -> day.held() && day.mute()).toList();
	}

	public List<SessionRow> toPlan() {
		return this.sessions.stream().filter((session) -> session.state() == SessionState.TO_PLAN).toList();
	}

	/** Days kept free that are near, or past, and not firm yet. */
	public List<SessionRow> toMakeFirm() {
		return this.sessions.stream()
			.filter((session) -> session.state() == SessionState.RESERVED && session.slot() != null
					&& session.slot().start().isBefore(this.now.plusWeeks(NEAR)))
			.toList();
	}

	/**
	 * Meetings without a date whose moment has come: the day they follow is held or
	 * cancelled.
	 */
	public List<MeetingRow> meetingsToFix() {
		return this.meetings.stream()
			.filter((meeting) -> meeting.state() == MeetingState.TO_PLAN)
			.filter((meeting) -> meeting.afterSessionRank() == null || isBehind(meeting.afterSessionRank()))
			.toList();
	}

	/** Meetings that are over and nobody marked held. */
	public List<MeetingRow> meetingsToMarkHeld() {
		return this.meetings.stream()
			.filter((meeting) -> meeting.state() == MeetingState.SCHEDULED && meeting.slot() != null
					&& meeting.slot().end().isBefore(this.now))
			.toList();
	}

	private boolean isBehind(int rank) {
		return this.sessions.stream()
			.anyMatch((session) -> session.rank() == rank
					&& (session.state() == SessionState.HELD || session.state() == SessionState.CANCELLED));
	}

	/** How many structures somebody was there for, of those active that day. */
	public Presence presence(SessionRow session) {
		TimeSlot slot = session.slot();
		if (slot == null) {
			return new Presence(0, 0);
		}
		LocalDate day = slot.start().toLocalDate();
		List<CohortRows.CohortRow> active = this.cohort.stream().filter((row) -> row.isActiveOn(day)).toList();
		long there = active.stream()
			.filter((row) -> this.attendance.at(row.enrolmentId(), session.rank())
				.filter(AttendanceGrid.Cell::isThere)
				.isPresent())
			.count();
		return new Presence(there, active.size());
	}

	private static LocalDateTime start(SessionRow session) {
		TimeSlot slot = session.slot();
		return (slot != null) ? slot.start() : LocalDateTime.MAX;
	}

	/** F7's two counts for one day. */
	public record Presence(long there, long active) {
	}

}
