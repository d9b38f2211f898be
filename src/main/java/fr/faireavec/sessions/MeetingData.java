package fr.faireavec.sessions;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/**
 * Which meetings somebody held or came to: the meetings stay, nameless, and their name is
 * taken out of notes and minutes.
 */
@Component
class MeetingData implements PersonalDataHolder {

	private static final List<String> NOTES = List.of("purpose", "place", "shared_notes", "internal_notes",
			"cancel_reason");

	private static final List<String> MINUTES = List.of("title", "objectives", "to_bring", "venue", "address",
			"video_link", "minutes", "cancel_reason");

	private final PersonalRecords records;

	MeetingData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<String> seats() {
		return List.of("""
				SELECT e.parcours_id FROM individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id
				WHERE m.facilitator_id = :person
				  OR m.id IN (SELECT meeting_id FROM meeting_attendee WHERE person_id = :person)""");
	}

	@Override
	public List<FreeText> texts() {
		return List.of(this.records.texts("privacy.text.meeting", "individual_meeting", NOTES, """
				individual_meeting t JOIN enrolment e ON e.id = t.enrolment_id JOIN structure s ON s.id = e.structure_id
				JOIN parcours p ON p.id = e.parcours_id""", "e.parcours_id", "p.name || ', ' || s.name"),
				this.records.texts("privacy.text.session", "collective_session", MINUTES,
						"collective_session t JOIN parcours p ON p.id = t.parcours_id", "t.parcours_id",
						"p.name || ', ' || t.rank"));
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(meetings("privacy.section.meetingsHeld", "m.facilitator_id = :person"),
				meetings("privacy.section.meetings",
						"m.id IN (SELECT meeting_id FROM meeting_attendee WHERE person_id = :person)"));
	}

	private static Excerpt meetings(String title, String whose) {
		return new Excerpt(title, """
				SELECT p.name AS "parcours.name", s.name AS "structure.name",
				       m.starts_at AS "individual_meeting.starts_at", m.state AS "individual_meeting.state",
				       m.effective_minutes AS "individual_meeting.effective_minutes"
				FROM individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id
				  JOIN structure s ON s.id = e.structure_id JOIN parcours p ON p.id = e.parcours_id
				WHERE %s ORDER BY m.starts_at, m.id""".formatted(whose));
	}

	@Override
	public List<Fate> fates() {
		return List.of(new Fate("privacy.fate.meetings", """
				SELECT count(*) FROM individual_meeting m WHERE m.facilitator_id = :person OR m.id IN
				  (SELECT meeting_id FROM meeting_attendee WHERE person_id = :person)""", "privacy.kept.counts"));
	}

	@Override
	public List<Obstacle> obstacles() {
		return List.of(new Obstacle("privacy.obstacle.meetings", """
				SELECT count(*)::text FROM individual_meeting WHERE facilitator_id = :person AND state = 'SCHEDULED'
				HAVING count(*) > 0"""));
	}

	@Override
	public void erase(Subject subject, Instant at) {
	}

}
