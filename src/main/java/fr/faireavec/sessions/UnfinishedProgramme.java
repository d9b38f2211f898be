package fr.faireavec.sessions;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.parcours.ClosingObstacles;

import org.springframework.stereotype.Component;

/**
 * Sessions and meetings neither held nor cancelled stand in the way of closing (rule 13).
 */
@Component
class UnfinishedProgramme implements ClosingObstacles {

	private final CollectiveSessions sessions;

	private final IndividualMeetings meetings;

	UnfinishedProgramme(CollectiveSessions sessions, IndividualMeetings meetings) {
		this.sessions = sessions;
		this.meetings = meetings;
	}

	@Override
	public List<Obstacle> inTheWayOf(UUID parcoursId) {
		return Stream
			.of(new Obstacle("sessions.obstacle.sessions", this.sessions.unfinishedIn(parcoursId)),
					new Obstacle("sessions.obstacle.meetings", this.meetings.unfinishedIn(parcoursId)))
			.filter((obstacle) -> obstacle.count() > 0)
			.toList();
	}

}
