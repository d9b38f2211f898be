package fr.faireavec.funders;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of the funders, as one of the staff sees it. */
@Component
public class FunderRows {

	private final JdbcClient jdbc;

	private final FunderConventions conventions;

	FunderRows(JdbcClient jdbc, FunderConventions conventions) {
		this.jdbc = jdbc;
		this.conventions = conventions;
	}

	public List<FunderRow> byName(Viewer viewer) {
		Map<UUID, Integer> counts = this.conventions.counts(viewer);
		return this.jdbc
			.sql("SELECT id, slug, name, kind, territory, departements FROM funder ORDER BY plain_text(name), id")
			.query((row, n) -> new FunderRow(row.getString("slug"), row.getString("name"),
					FunderKind.valueOf(row.getString("kind")), row.getString("territory"),
					row.getString("departements"), counts.getOrDefault(row.getObject("id", UUID.class), 0)))
			.list();
	}

}
