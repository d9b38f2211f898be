package fr.faireavec.sessions;

import java.util.UUID;

import fr.faireavec.parcours.ParcoursCancelled;
import fr.faireavec.parcours.ParcoursClosed;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A parcours that ends cancels what is still open in it, with the reason, in the same
 * transaction.
 */
@Component
class ProgrammeEnding {

	private final CollectiveSessions sessions;

	private final IndividualMeetings meetings;

	private final Scheduling scheduling;

	private final MeetingKeeping keeping;

	ProgrammeEnding(CollectiveSessions sessions, IndividualMeetings meetings, Scheduling scheduling,
			MeetingKeeping keeping) {
		this.sessions = sessions;
		this.meetings = meetings;
		this.scheduling = scheduling;
		this.keeping = keeping;
	}

	@EventListener
	void giveUp(ParcoursClosed closed) {
		if (closed.reason() != null) {
			giveUp(closed.parcoursId(), closed.reason());
		}
	}

	@EventListener
	void giveUp(ParcoursCancelled cancelled) {
		giveUp(cancelled.parcoursId(), cancelled.reason());
	}

	private void giveUp(UUID parcoursId, String reason) {
		for (CollectiveSession session : this.sessions.ofParcours(parcoursId)) {
			if (session.getState().isOpen()) {
				this.scheduling.giveUp(session, reason);
			}
		}
		for (IndividualMeeting meeting : this.meetings.ofParcours(parcoursId)) {
			if (meeting.getState().isOpen()) {
				this.keeping.giveUp(meeting, reason);
			}
		}
	}

}
