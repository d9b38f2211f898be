package fr.faireavec.exchanges;

import java.util.List;
import java.util.Set;

import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.kernel.SheetRows;

import org.springframework.stereotype.Component;

/**
 * What somebody said about actions, and noted of them; what the sheet that goes read is
 * forgotten.
 */
@Component
class CommentSheets implements SheetHolder {

	@Override
	public Set<String> given() {
		return Set.of("action_comment.author_id", "action_note.written_by");
	}

	@Override
	public Set<String> ended() {
		return Set.of("comment_reading.person_id", "comment_digest.person_id");
	}

	@Override
	public List<Share> shares() {
		return List.of(new Share("admin.reunion.share.comments", """
				SELECT a.title || ', ' || s.name, e.parcours_id FROM action_comment c
				  JOIN logged_action a ON a.id = c.action_id JOIN enrolment e ON e.id = a.enrolment_id
				  JOIN structure s ON s.id = e.structure_id
				WHERE c.author_id = :given ORDER BY c.written_at, c.id"""),
				new Share("admin.reunion.share.actionNotes", """
						SELECT a.title || ', ' || s.name, e.parcours_id FROM action_note n
						  JOIN logged_action a ON a.id = n.id JOIN enrolment e ON e.id = a.enrolment_id
						  JOIN structure s ON s.id = e.structure_id
						WHERE n.written_by = :given ORDER BY n.written_at, n.id"""));
	}

	@Override
	public void give(SheetRows rows) {
		rows.change("DELETE FROM comment_reading WHERE person_id = :given");
		rows.change("DELETE FROM comment_digest WHERE person_id = :given");
		rows.move("action_comment", "author_id");
		rows.move("action_note", "written_by");
	}

}
