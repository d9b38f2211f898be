package fr.faireavec.sessions;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.EnrolmentOpened;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.MeetingPlan;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursCreated;
import fr.faireavec.templates.TemplateSession;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A new parcours receives its days, a new enrolment its meetings, in the same transaction
 * (rule 1).
 */
@Component
class ProgrammeCopy {

	private final CollectiveSessions sessions;

	private final IndividualMeetings meetings;

	ProgrammeCopy(CollectiveSessions sessions, IndividualMeetings meetings) {
		this.sessions = sessions;
		this.meetings = meetings;
	}

	@EventListener
	void copyDays(ParcoursCreated created) {
		Parcours parcours = created.parcours();
		for (TemplateSession template : parcours.getTemplate().getSessions()) {
			this.sessions.save(new CollectiveSession(Ids.next(), parcours, template));
		}
	}

	@EventListener
	void addMeetings(EnrolmentOpened opened) {
		Enrolment enrolment = opened.enrolment();
		for (MeetingPlan plan : enrolment.getParcours().getMeetingPlan()) {
			this.meetings.save(new IndividualMeeting(Ids.next(), enrolment, plan));
		}
	}

}
