package fr.faireavec.exchanges;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.journal.ActionRows;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what was said about an action. Whoever may read the action may read it: its
 * structure, the animation, and the cohort as long as it is shared with it.
 */
@Component
@Transactional(readOnly = true)
public class Exchanges {

	private final LoggedActions actions;

	private final ActionRows rows;

	private final ActionNotes notes;

	private final JdbcClient jdbc;

	Exchanges(LoggedActions actions, ActionRows rows, ActionNotes notes, JdbcClient jdbc) {
		this.actions = actions;
		this.rows = rows;
		this.notes = notes;
		this.jdbc = jdbc;
	}

	/**
	 * The action, for whoever may talk about it; its page says what of it they may read.
	 * @throws NotFound for anybody else
	 */
	public LoggedAction about(Seat seat, UUID actionId) {
		return this.actions.openTo(seat, actionId).or(() -> shared(seat, actionId)).orElseThrow(NotFound::new);
	}

	private Optional<LoggedAction> shared(Seat seat, UUID actionId) {
		UUID parcoursId = seat.parcours().getId();
		return (seat instanceof Seat.Piloting peer) ? this.rows.sharedWith(parcoursId, peer.enrolmentIds(), actionId)
			.flatMap((shared) -> this.actions.in(parcoursId, shared.id())) : Optional.empty();
	}

	/** All that was said, the first words first. */
	public List<Comment> of(UUID actionId) {
		return this.jdbc
			.sql("""
					SELECT c.id, c.version, c.author_id, p.given_name || ' ' || p.family_name AS author, s.name AS structure,
					       c.words, c.written_at, c.corrected_at IS NOT NULL AS corrected
					FROM action_comment c JOIN person p ON p.id = c.author_id
					  LEFT JOIN enrolment e ON e.id = c.enrolment_id LEFT JOIN structure s ON s.id = e.structure_id
					WHERE c.action_id = :action ORDER BY c.written_at, c.id""")
			.param("action", actionId)
			.query((row, n) -> new Comment(row.getObject("id", UUID.class), row.getInt("version"),
					row.getObject("author_id", UUID.class), row.getString("author"), row.getString("structure"),
					row.getString("words"), row.getTimestamp("written_at").toInstant(), row.getBoolean("corrected")))
			.list();
	}

	/** One of them. */
	public Comment one(UUID actionId, UUID id) {
		return of(actionId).stream()
			.filter((comment) -> comment.id().equals(id))
			.findFirst()
			.orElseThrow(NotFound::new);
	}

	/** For those who run the parcours, and nobody else. */
	public Note note(Seat.Facilitating seat, UUID actionId) {
		return this.notes.findById(about(seat, actionId).getId())
			.map((note) -> new Note(note.getVersion(), note.getWords()))
			.orElse(new Note(-1, ""));
	}

}
