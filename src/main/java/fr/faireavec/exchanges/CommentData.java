package fr.faireavec.exchanges;

import java.time.Instant;
import java.util.List;

import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.stereotype.Component;

/**
 * What somebody said about actions goes with them, and what they read of it; what the
 * animation noted stays with it, nameless.
 */
@Component
class CommentData implements PersonalDataHolder {

	private static final String ROOM = """
			JOIN logged_action a ON a.id = %s JOIN enrolment e ON e.id = a.enrolment_id
			JOIN structure s ON s.id = e.structure_id JOIN parcours p ON p.id = e.parcours_id""";

	private static final String PLACE = "p.name || ', ' || s.name || ', ' || a.title";

	private final PersonalRecords records;

	CommentData(PersonalRecords records) {
		this.records = records;
	}

	@Override
	public List<String> seats() {
		return List.of(
				"SELECT e.parcours_id FROM action_comment c " + ROOM.formatted("c.action_id")
						+ " WHERE c.author_id = :person",
				"SELECT e.parcours_id FROM action_note n " + ROOM.formatted("n.id") + " WHERE n.written_by = :person",
				"SELECT e.parcours_id FROM comment_reading g " + ROOM.formatted("g.action_id")
						+ " WHERE g.person_id = :person");
	}

	@Override
	public List<FreeText> texts() {
		return List.of(
				this.records.texts("privacy.text.comment", "action_comment", List.of("words"),
						"action_comment t " + ROOM.formatted("t.action_id"), "e.parcours_id", PLACE),
				this.records.texts("privacy.text.actionNote", "action_note", List.of("words"),
						"action_note t " + ROOM.formatted("t.id"), "e.parcours_id", PLACE));
	}

	@Override
	public List<Excerpt> excerpts() {
		return List.of(
				new Excerpt("privacy.section.comments",
						"""
								SELECT p.name AS "parcours.name", a.title AS "logged_action.title", c.words AS "action_comment.words",
								       c.written_at AS "action_comment.written_at", c.corrected_at AS "action_comment.corrected_at"
								FROM action_comment c %s WHERE c.author_id = :person ORDER BY c.written_at, c.id"""
							.formatted(ROOM.formatted("c.action_id"))),
				new Excerpt("privacy.section.actionNotes",
						"""
								SELECT p.name AS "parcours.name", a.title AS "logged_action.title", n.words AS "action_note.words",
								       n.written_at AS "action_note.written_at"
								FROM action_note n %s WHERE n.written_by = :person ORDER BY n.written_at, n.id"""
							.formatted(ROOM.formatted("n.id"))),
				new Excerpt("privacy.section.commentReadings",
						"""
								SELECT p.name AS "parcours.name", a.title AS "logged_action.title", g.read_at AS "comment_reading.read_at"
								FROM comment_reading g %s WHERE g.person_id = :person ORDER BY g.read_at, a.id"""
							.formatted(ROOM.formatted("g.action_id"))),
				new Excerpt("privacy.section.commentDigest", """
						SELECT told_at AS "comment_digest.told_at" FROM comment_digest WHERE person_id = :person"""));
	}

	@Override
	public List<Fate> fates() {
		return List.of(
				Fate.gone("privacy.fate.comments", "SELECT count(*) FROM action_comment WHERE author_id = :person"),
				Fate.gone("privacy.fate.commentReadings", """
						SELECT (SELECT count(*) FROM comment_reading WHERE person_id = :person)
						  + (SELECT count(*) FROM comment_digest WHERE person_id = :person)"""),
				new Fate("privacy.fate.actionNotes", "SELECT count(*) FROM action_note WHERE written_by = :person",
						"privacy.kept.actions"));
	}

	@Override
	public void erase(Subject subject, Instant at) {
		this.records.change("DELETE FROM comment_reading WHERE person_id = :person", subject, at);
		this.records.change("DELETE FROM comment_digest WHERE person_id = :person", subject, at);
		this.records.change("DELETE FROM action_comment WHERE author_id = :person", subject, at);
	}

}
