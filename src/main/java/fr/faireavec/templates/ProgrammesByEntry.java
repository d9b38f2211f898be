package fr.faireavec.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.taxonomies.Programmes;
import fr.faireavec.taxonomies.Taxonomy;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the programmes by what their framework, or they themselves, name. */
@Component
class ProgrammesByEntry implements Programmes {

	private final JdbcClient jdbc;

	ProgrammesByEntry(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<UUID, List<String>> workingWith(Taxonomy taxonomy) {
		Map<UUID, List<String>> titles = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					SELECT e.id AS entry, t.title FROM taxonomy_entry e
					  JOIN framework_entry f ON f.entry_id = e.id JOIN parcours_template t ON t.framework_id = f.framework_id
					WHERE e.taxonomy = :taxonomy
					UNION
					SELECT e.id, t.title FROM taxonomy_entry e JOIN parcours_template t ON t.family_id = e.id
					WHERE e.taxonomy = :taxonomy
					ORDER BY title
					""")
			.param("taxonomy", taxonomy.name())
			.query((row) -> {
				titles.computeIfAbsent(row.getObject("entry", UUID.class), (id) -> new ArrayList<>())
					.add(row.getString("title"));
			});
		return titles;
	}

}
