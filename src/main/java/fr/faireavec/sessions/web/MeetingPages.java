package fr.faireavec.sessions.web;

import java.time.Clock;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Prepares the pages of one meeting; a pilot finds only those of her own structure. */
@Component
class MeetingPages {

	private final IndividualMeetings meetings;

	private final Clock clock;

	MeetingPages(IndividualMeetings meetings, Clock clock) {
		this.meetings = meetings;
		this.clock = clock;
	}

	IndividualMeeting meeting(Seat seat, UUID id) {
		IndividualMeeting meeting = this.meetings.in(seat.parcours().getId(), id).orElseThrow(NotFound::new);
		boolean mayRead = switch (seat) {
			case Seat.Running running -> true;
			case Seat.Piloting piloting -> piloting.pilots(meeting.getEnrolment().getId());
			case Seat.Funding funding -> false;
		};
		if (!mayRead) {
			throw new NotFound();
		}
		return meeting;
	}

	String page(Seat seat, UUID id, Model model) {
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", WordForm.on(meeting(seat, id).getVersion()));
		}
		return show("sessions/meeting", seat, id, model);
	}

	/** A page of its own for one gesture on that meeting. */
	String show(String view, Seat seat, UUID id, Model model) {
		model.addAttribute("meeting", MeetingPage.of(meeting(seat, id), seat, seat.parcours().now(this.clock)));
		model.addAttribute("href", href(seat, id));
		return view;
	}

	static String href(Seat seat, UUID id) {
		return "/parcours/" + seat.parcours().getSlug() + "/rendez-vous/" + id;
	}

}
