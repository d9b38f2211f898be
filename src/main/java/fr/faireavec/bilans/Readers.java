package fr.faireavec.bilans;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who reads which bilan. */
@Component
public class Readers {

	private final JdbcClient jdbc;

	Readers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Everybody who would read a bilan of this parcours today, whoever they read for. */
	List<UUID> peopleOf(UUID parcoursId) {
		return this.jdbc.sql("""
				SELECT DISTINCT r.person_id FROM funder_reader r
				JOIN account a ON a.person_id = r.person_id AND a.disabled_at IS NULL
				JOIN convention c ON c.funder_id = r.funder_id
				WHERE c.parcours_id = :parcours AND r.removed_at IS NULL ORDER BY r.person_id
				""")
			.param("parcours", parcoursId)
			.query((row, n) -> UUID.fromString(row.getString("person_id")))
			.list();
	}

	/** The funders of a parcours, by name, each with its readers. */
	public List<Audience> of(UUID parcoursId) {
		return this.jdbc
			.sql("""
					SELECT f.name, ARRAY(SELECT p.given_name || ' ' || p.family_name FROM funder_reader r
					    JOIN person p ON p.id = r.person_id JOIN account a ON a.person_id = p.id AND a.disabled_at IS NULL
					  WHERE r.funder_id = f.id AND r.removed_at IS NULL ORDER BY p.family_name, p.given_name, p.id) AS readers
					FROM funder f WHERE EXISTS (SELECT FROM convention c WHERE c.funder_id = f.id AND c.parcours_id = :parcours)
					ORDER BY f.name, f.id
					""")
			.param("parcours", parcoursId)
			.query((row, n) -> new Audience(row.getString("name"),
					List.of((String[]) row.getArray("readers").getArray())))
			.list();
	}

}
