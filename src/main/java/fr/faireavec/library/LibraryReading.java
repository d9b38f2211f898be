package fr.faireavec.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.journal.ActionState;
import fr.faireavec.kernel.Zones;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one action of the library, and where its reader may try it. */
@Component
public class LibraryReading {

	private final JdbcClient jdbc;

	private final Clock clock;

	LibraryReading(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Empty when it is not, or no longer, in the library. */
	public Optional<LibraryAction> find(UUID libraryId, Viewer viewer) {
		return this.jdbc
			.sql("""
					SELECT a.library_id, a.title, a.description, a.learning, a.state,
					  CASE WHEN a.library_named THEN s.name END AS structure_name, coalesce(theme.label, nullif(a.own_theme, '')) AS theme_label,
					  level.label AS level_label, coalesce(instrument.label, nullif(a.own_instrument, '')) AS instrument_label,
					  ARRAY(SELECT t.label FROM action_entry c JOIN taxonomy_entry t ON t.id = c.entry_id
					    WHERE c.action_id = a.id AND t.taxonomy = 'LEVER' ORDER BY t.rank) || array_remove(ARRAY[a.own_lever], '') AS levers,
					  ARRAY(SELECT t.label FROM action_entry c JOIN taxonomy_entry t ON t.id = c.entry_id
					    WHERE c.action_id = a.id AND t.taxonomy = 'ROLE' ORDER BY t.rank) || array_remove(ARRAY[a.own_role], '') AS roles,
					  ARRAY(SELECT t.label FROM action_entry c JOIN taxonomy_entry t ON t.id = c.entry_id
					    WHERE c.action_id = a.id AND t.taxonomy = 'EFFECT' ORDER BY t.rank) || array_remove(ARRAY[a.own_effect], '') AS effects,
					  (SELECT count(DISTINCT t.enrolment_id) FROM logged_action t WHERE t.tried_from = a.id) AS taken_up,
					  (SELECT '/parcours/' || p.slug || '/journal/' || a.id FROM parcours p WHERE p.id = e.parcours_id
					     AND p.status NOT IN ('ARCHIVED', 'CANCELLED') AND e.takes_part @> CAST(:today AS date)
					     AND EXISTS (SELECT FROM mandate m WHERE m.enrolment_id = e.id AND m.person_id = :person
					       AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on > :today))) AS own_page
					FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id JOIN structure s ON s.id = e.structure_id
					LEFT JOIN taxonomy_entry theme ON theme.id = a.theme_id
					LEFT JOIN taxonomy_entry level ON level.id = a.level_id
					LEFT JOIN taxonomy_entry instrument ON instrument.id = a.instrument_id
					WHERE a.library_id = :id AND a.library_terms IS NOT NULL""")
			.param("id", libraryId)
			.param("person", viewer.personId())
			.param("today", today())
			.query(LibraryReading::action)
			.optional();
	}

	/**
	 * The journals in which this person may plan it: of a structure of hers that is not
	 * its own, in a parcours that runs.
	 */
	public List<Trial> trials(UUID libraryId, Viewer viewer) {
		return this.jdbc
			.sql("""
					SELECT DISTINCT e.id, e.parcours_id, p.slug, p.name AS parcours_name, s.name AS structure_name, a.id AS action_id
					FROM logged_action a JOIN enrolment o ON o.id = a.enrolment_id
					JOIN enrolment e ON e.structure_id <> o.structure_id JOIN structure s ON s.id = e.structure_id
					JOIN parcours p ON p.id = e.parcours_id JOIN mandate m ON m.enrolment_id = e.id
					WHERE a.library_id = :id AND a.library_terms IS NOT NULL AND p.status = 'RUNNING'
					  AND e.takes_part @> CAST(:today AS date) AND m.person_id = :person
					  AND m.starts_on <= :today AND (m.ends_on IS NULL OR m.ends_on > :today)
					ORDER BY s.name, p.name, e.id""")
			.param("id", libraryId)
			.param("person", viewer.personId())
			.param("today", today())
			.query((row, n) -> new Trial(row.getObject("id", UUID.class), row.getObject("parcours_id", UUID.class),
					row.getString("slug"), row.getString("parcours_name"), row.getString("structure_name"),
					row.getObject("action_id", UUID.class)))
			.list();
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(Zones.PARIS));
	}

	private static LibraryAction action(ResultSet row, int n) throws SQLException {
		return new LibraryAction(row.getObject("library_id", UUID.class), row.getString("title"),
				row.getString("description"), row.getString("learning"), ActionState.valueOf(row.getString("state")),
				row.getString("structure_name"), row.getString("theme_label"), row.getString("level_label"),
				row.getString("instrument_label"), labels(row, "levers"), labels(row, "roles"), labels(row, "effects"),
				row.getInt("taken_up"), row.getString("own_page"));
	}

	private static List<String> labels(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

	/** A journal in which an action of the library may be planned. */
	public record Trial(UUID enrolmentId, UUID parcoursId, String slug, String parcoursName, String structureName,
			UUID actionId) {
	}

}
