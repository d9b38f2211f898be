package fr.faireavec.home;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;

import fr.faireavec.attendance.AttendanceGrid;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.MeetingRows;
import fr.faireavec.sessions.SessionRows;

import org.springframework.stereotype.Component;

/** Reads the {@link Overview} of a parcours in six statements. */
@Component
public class Overviews {

	private final AllParcours allParcours;

	private final SessionRows sessions;

	private final MeetingRows meetings;

	private final CohortRows cohort;

	private final AttendanceGrid attendance;

	private final Unfinished unfinished;

	private final Clock clock;

	Overviews(AllParcours allParcours, SessionRows sessions, MeetingRows meetings, CohortRows cohort,
			AttendanceGrid attendance, Unfinished unfinished, Clock clock) {
		this.allParcours = allParcours;
		this.sessions = sessions;
		this.meetings = meetings;
		this.cohort = cohort;
		this.attendance = attendance;
		this.unfinished = unfinished;
		this.clock = clock;
	}

	/** With what of it is still to finish, while it may be: the animation's alone. */
	public Overview of(Parcours parcours) {
		return read(parcours, parcours.getStatus().isOpenToWork()
				? this.unfinished.of(parcours.getId(), parcours.now(this.clock)) : List.of());
	}

	/** As its structures see it, in one statement less. */
	public Overview forPilots(Parcours parcours) {
		return read(parcours, List.of());
	}

	private Overview read(Parcours parcours, List<Unfinished.Day> unfinished) {
		LocalDateTime now = parcours.now(this.clock);
		return new Overview(now, this.sessions.of(parcours.getId()), this.allParcours.meetingPlan(parcours.getId()),
				this.meetings.of(parcours.getId()), this.cohort.of(parcours.getId(), parcours.today(this.clock)),
				this.attendance.of(parcours.getId()), unfinished);
	}

}
