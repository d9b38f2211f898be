package fr.faireavec.funders;

import java.util.List;

import fr.faireavec.accounts.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of the funders, as one of the staff sees it, in one statement. */
@Component
public class FunderRows {

	private final JdbcClient jdbc;

	FunderRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public List<FunderRow> byName(Viewer viewer) {
		return this.jdbc.sql("""
				SELECT f.slug, f.name, f.kind, f.territory,
				  (SELECT count(*) FROM convention c WHERE c.funder_id = f.id AND (:admin OR EXISTS (
				    SELECT FROM parcours_facilitator p WHERE p.parcours_id = c.parcours_id AND p.person_id = :person)))
				  AS conventions
				FROM funder f ORDER BY plain_text(f.name), f.id
				""")
			.param("admin", viewer.isAdministrator())
			.param("person", viewer.personId())
			.query((row, n) -> new FunderRow(row.getString("slug"), row.getString("name"),
					FunderKind.valueOf(row.getString("kind")), row.getString("territory"), row.getInt("conventions")))
			.list();
	}

}
