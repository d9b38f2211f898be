package fr.faireavec.sessions;

/** It was said by mistake that this meeting took place: nobody was there any more. */
public record MeetingUnheld(IndividualMeeting meeting) {
}
