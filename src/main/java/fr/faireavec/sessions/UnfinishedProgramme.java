package fr.faireavec.sessions;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.ClosingObstacles;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Sessions and meetings neither held nor cancelled stand in the way of closing (rule 13).
 */
@Component
class UnfinishedProgramme implements ClosingObstacles {

	private final CollectiveSessions sessions;

	private final IndividualMeetings meetings;

	private final ObjectProvider<AttendanceKept> attendance;

	private final Clock clock;

	UnfinishedProgramme(CollectiveSessions sessions, IndividualMeetings meetings,
			ObjectProvider<AttendanceKept> attendance, Clock clock) {
		this.sessions = sessions;
		this.meetings = meetings;
		this.attendance = attendance;
		this.clock = clock;
	}

	/** And how many of them have begun: they may have taken place. */
	@Override
	public List<Obstacle> inTheWayOf(UUID parcoursId) {
		LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), Zones.PARIS);
		return some(new Obstacle("sessions.obstacle.sessions", this.sessions.unfinishedIn(parcoursId)),
				new Obstacle("sessions.obstacle.sessions.begun", this.sessions.begunIn(parcoursId, now)),
				new Obstacle("sessions.obstacle.meetings", this.meetings.unfinishedIn(parcoursId)),
				new Obstacle("sessions.obstacle.meetings.begun", this.meetings.begunIn(parcoursId, now)));
	}

	/**
	 * A day that somebody signed for is not given up unseen: it is said held, or its
	 * register emptied, before. Nobody signs for one meanwhile.
	 */
	@Override
	public void refuseEnding(UUID parcoursId) {
		this.sessions.keepAllStill(parcoursId);
		for (CollectiveSession session : this.sessions.ofParcours(parcoursId)) {
			if (session.getState().isOpen()
					&& this.attendance.stream().anyMatch((kept) -> kept.forSession(session.getId()))) {
				throw new Refusal("sessions.end.attendanceTaken", session.label());
			}
		}
	}

	@Override
	public List<Obstacle> givenUpIn(UUID parcoursId) {
		return some(new Obstacle("sessions.givenUp.sessions", this.sessions.cancelledIn(parcoursId)),
				new Obstacle("sessions.givenUp.meetings", this.meetings.cancelledIn(parcoursId)));
	}

	private static List<Obstacle> some(Obstacle... obstacles) {
		return Stream.of(obstacles).filter((obstacle) -> obstacle.count() > 0).toList();
	}

}
