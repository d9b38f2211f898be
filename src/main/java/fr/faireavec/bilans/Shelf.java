package fr.faireavec.bilans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.Pilotage;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The parcours whose bilans somebody may open, by the rule of their seat in each: those
 * they run, once started, and those they read for a funder, published or to come.
 */
@Component
public class Shelf {

	private final JdbcClient jdbc;

	private final Pilotage pilotage;

	private final Clock clock;

	Shelf(JdbcClient jdbc, Pilotage pilotage, Clock clock) {
		this.jdbc = jdbc;
		this.pilotage = pilotage;
		this.clock = clock;
	}

	/** The latest published first, then those that wait for a bilan. */
	public List<Row> of(Viewer viewer, int offset, int limit) {
		// Whoever pilots a parcours sits there as its pilot, even when they read for its
		// funder.
		Set<UUID> piloted = this.pilotage.parcours(viewer.personId(), LocalDate.now(this.clock.withZone(Zones.PARIS)));
		return this.jdbc.sql("""
				SELECT known.id, known.slug, known.programme, known.run, known.due, count(*) OVER () AS total,
				  coalesce((SELECT b.figures ->> 'parcours' FROM bilan b
				            WHERE b.parcours_id = known.id ORDER BY b.number DESC LIMIT 1), known.name) AS name
				FROM (SELECT p.*, (SELECT max(b.published_at) FROM bilan b WHERE b.parcours_id = p.id) AS published,
				        CAST(:administrator AS boolean) OR (CAST(:staff AS boolean) AND EXISTS (SELECT
				          FROM parcours_facilitator f WHERE f.parcours_id = p.id AND f.person_id = :person)) AS run,
				        EXISTS (SELECT FROM convention c JOIN funder_reader r ON r.funder_id = c.funder_id
				          WHERE c.parcours_id = p.id AND r.person_id = :person AND r.removed_at IS NULL)
				          AND p.id <> ALL (:piloted) AS read,
				        (SELECT min(c.report_due_on) FROM convention c JOIN funder_reader r ON r.funder_id = c.funder_id
				          WHERE c.parcours_id = p.id AND r.person_id = :person AND r.removed_at IS NULL) AS due
				      FROM parcours p) known
				WHERE (known.run AND (known.published IS NOT NULL OR known.status IN ('RUNNING', 'CLOSED')))
				  OR (known.read AND (known.published IS NOT NULL OR known.status NOT IN ('ARCHIVED', 'CANCELLED')))
				ORDER BY known.published DESC NULLS LAST, known.starts_on DESC, known.id OFFSET :offset LIMIT :limit
				""")
			.param("administrator", viewer.isAdministrator())
			.param("staff", viewer.isStaff())
			.param("person", viewer.personId())
			.param("piloted", piloted.toArray(UUID[]::new))
			.param("offset", offset)
			.param("limit", limit)
			.query((row, n) -> new Row(row.getObject("id", UUID.class), row.getString("slug"), row.getString("name"),
					row.getString("programme"), row.getBoolean("run"), row.getObject("due", LocalDate.class),
					row.getLong("total")))
			.list();
	}

	/**
	 * One parcours, named as its last bilan names it.
	 *
	 * @param run whether the viewer runs it
	 * @param due when the funder they read for expects its bilan, if that was agreed
	 * @param total how many there are in all
	 */
	public record Row(UUID parcoursId, String slug, String name, String programme, boolean run, @Nullable LocalDate due,
			long total) {
	}

}
