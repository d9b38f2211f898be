package fr.faireavec.following;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.journal.OwnWords;
import fr.faireavec.taxonomies.Taxonomy;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what people wrote under « autre… », of one parcours or, without one, of all of
 * them.
 */
@Component
@Transactional(readOnly = true)
public class OwnWordRows {

	private static final String SAID = """
			logged_action a JOIN enrolment e ON e.id = a.enrolment_id CROSS JOIN LATERAL (VALUES %s) AS said (place, list, words)
			WHERE said.words <> '' AND (:parcours::uuid IS NULL OR e.parcours_id = :parcours::uuid)
			"""
		.formatted(OwnWords.LISTS.stream()
			.map((list) -> "(" + OwnWords.LISTS.indexOf(list) + ", '" + list + "', a." + OwnWords.column(list) + ")")
			.collect(Collectors.joining(", ")));

	private final JdbcClient jdbc;

	OwnWordRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All of them, list by list, the most said first. */
	public List<SaidWords> all(@Nullable UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT said.list, mode() WITHIN GROUP (ORDER BY said.words) AS words, count(*) AS actions,
				       count(DISTINCT e.structure_id) AS structures
				FROM""" + " " + SAID + """
				GROUP BY said.place, said.list, plain_text(said.words)
				ORDER BY said.place, count(*) DESC, plain_text(said.words)""")
			.param("parcours", parcoursId, Types.OTHER)
			.query((row, n) -> new SaidWords(Taxonomy.valueOf(row.getString("list")), row.getString("words"),
					row.getInt("actions"), row.getInt("structures")))
			.list();
	}

	/** The actions that say these words in place of an entry of that list. */
	public List<SayingAction> saying(Taxonomy list, String words, @Nullable UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT a.id, a.title, s.name AS structure_name, p.name AS parcours_name, p.slug
				FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id JOIN structure s ON s.id = e.structure_id
				JOIN parcours p ON p.id = e.parcours_id
				WHERE (:parcours::uuid IS NULL OR p.id = :parcours::uuid) AND a.%1$s <> ''
				  AND plain_text(a.%1$s) = plain_text(:words)
				ORDER BY p.name, s.name, a.logged_at, a.id""".formatted(OwnWords.column(list)))
			.param("parcours", parcoursId, Types.OTHER)
			.param("words", words)
			.query((row, n) -> new SayingAction(row.getObject("id", UUID.class), row.getString("title"),
					row.getString("structure_name"), row.getString("parcours_name"), row.getString("slug")))
			.list();
	}

}
