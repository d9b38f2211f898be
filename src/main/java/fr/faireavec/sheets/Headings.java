package fr.faireavec.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.faireavec.parcours.Parcours;
import fr.faireavec.settings.Wording;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a parcours is called and who pays for it, on a day. */
@Component
class Headings {

	private final JdbcClient jdbc;

	Headings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * @param day the day it is about: its conventions are those that cover it; null for
	 * all of them
	 */
	Heading of(Parcours parcours, @Nullable LocalDate day) {
		Map<String, byte[]> pictures = new HashMap<>();
		List<Support> supports = new ArrayList<>();
		Set<Heading.Logo> network = new HashSet<>();
		// With the network's own logo, in one statement.
		this.jdbc.sql("""
				SELECT f.name, f.mention, c.number, f.logo, l.content, n.file AS network, p.content AS picture,
				  coalesce(s.value, :otherwise) AS network_name
				FROM (SELECT) AS even_without_convention
				  LEFT JOIN convention c ON c.parcours_id = :parcours
				    AND (CAST(:day AS date) IS NULL OR :day BETWEEN c.starts_on AND c.ends_on)
				  LEFT JOIN funder f ON f.id = c.funder_id LEFT JOIN stored_file l ON l.sha256 = f.logo
				  LEFT JOIN network_logo n ON n.the_one LEFT JOIN stored_file p ON p.sha256 = n.file
				  LEFT JOIN setting s ON s.name = :name
				ORDER BY f.name, c.number
				""")
			.param("parcours", parcours.getId())
			.param("day", day, java.sql.Types.DATE)
			.param("name", Wording.NETWORK_NAME.name())
			.param("otherwise", Wording.NETWORK_NAME.otherwise())
			.query((RowCallbackHandler) (row) -> {
				String logo = row.getString("logo");
				if (logo != null) {
					pictures.put(logo, row.getBytes("content"));
				}
				String shown = row.getString("network");
				if (shown != null) {
					pictures.put(shown, row.getBytes("picture"));
					network.add(new Heading.Logo(shown, row.getString("network_name")));
				}
				String funder = row.getString("name");
				if (funder != null) {
					supports.add(new Support(funder, row.getString("mention"), row.getString("number"), logo));
				}
			});
		return Heading.of(parcours.getName(), parcours.getProgramme(), supports,
				network.stream().findFirst().orElse(null), pictures);
	}

}
