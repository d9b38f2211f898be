package fr.faireavec.funders;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of the funders, in one statement. */
@Component
public class FunderRows {

	private final JdbcClient jdbc;

	FunderRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public List<FunderRow> byName() {
		return this.jdbc.sql("""
				SELECT f.slug, f.name, f.kind, f.territory,
				  (SELECT count(*) FROM convention c WHERE c.funder_id = f.id) AS conventions,
				  (SELECT count(*) FROM funder_reader r WHERE r.funder_id = f.id AND r.removed_at IS NULL) AS readers
				FROM funder f ORDER BY plain_text(f.name), f.id
				""")
			.query((row, n) -> new FunderRow(row.getString("slug"), row.getString("name"),
					FunderKind.valueOf(row.getString("kind")), row.getString("territory"), row.getInt("conventions"),
					row.getInt("readers")))
			.list();
	}

}
