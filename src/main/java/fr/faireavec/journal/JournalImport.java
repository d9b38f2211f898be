package fr.faireavec.journal;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.imports.ImportDrafts;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Warning;
import fr.faireavec.parcours.Seat;
import jakarta.persistence.EntityManager;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a table says otherwise of a journal, all of it or nothing. */
@Component
@Transactional
public class JournalImport {

	private final JournalPlanning planning;

	private final ActionLogging logging;

	private final ImportDrafts drafts;

	private final JdbcClient jdbc;

	private final EntityManager entityManager;

	JournalImport(JournalPlanning planning, ActionLogging logging, ImportDrafts drafts, JdbcClient jdbc,
			EntityManager entityManager) {
		this.planning = planning;
		this.logging = logging;
		this.drafts = drafts;
		this.jdbc = jdbc;
		this.entityManager = entityManager;
	}

	/**
	 * Looks at every line anew, then writes those that are not refused.
	 * @param accepted the questions that whoever confirms has read
	 * @throws Refusal when the table is no longer there, or something is still to be read
	 */
	public JournalPlan carryOut(Seat seat, String draft, Set<String> accepted) {
		UUID parcoursId = seat.parcours().getId();
		UUID personId = seat.viewer().personId();
		// Confirmed twice at once: the second waits here, then finds nothing to confirm.
		this.jdbc.sql("SELECT id FROM parcours WHERE id = :id FOR NO KEY UPDATE")
			.param("id", parcoursId)
			.query(UUID.class)
			.single();
		String text = this.drafts.find(personId, parcoursId, draft)
			.orElseThrow(() -> new Refusal("journal.import.gone"));
		JournalPlan plan = this.planning.plan(seat, text);
		if (!Warning.unread(plan.questions(), accepted).isEmpty()) {
			throw new Refusal("journal.import.unread");
		}
		this.entityManager.clear();
		for (PlannedAction line : plan.toWrite()) {
			write(parcoursId, line, accepted);
			// Hibernate would compare all earlier lines again before each statement.
			this.entityManager.flush();
			this.entityManager.clear();
		}
		this.drafts.forget(personId);
		return plan;
	}

	private void write(UUID parcoursId, PlannedAction line, Set<String> accepted) {
		ActionDetails details = Objects.requireNonNull(line.details());
		UUID id = line.actionId();
		int version = line.version();
		if (id == null) {
			LoggedAction made = this.logging.log(Ids.next(), parcoursId, Objects.requireNonNull(line.enrolmentId()),
					JournalPlanning.first(details));
			if (made.getDetails().equals(details)) {
				return;
			}
			id = made.getId();
			version = made.getVersion();
		}
		this.logging.revise(parcoursId, id, version, details, accepted);
	}

}
