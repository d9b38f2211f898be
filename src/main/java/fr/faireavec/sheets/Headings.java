package fr.faireavec.sheets;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.faireavec.parcours.Parcours;
import org.jspecify.annotations.Nullable;

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
		List<Support> supports = this.jdbc.sql("""
				SELECT f.name, f.mention, c.number, f.logo, l.content FROM convention c
				  JOIN funder f ON f.id = c.funder_id LEFT JOIN stored_file l ON l.sha256 = f.logo
				WHERE c.parcours_id = :parcours
				  AND (CAST(:day AS date) IS NULL OR :day BETWEEN c.starts_on AND c.ends_on)
				ORDER BY f.name, c.number
				""").param("parcours", parcours.getId()).param("day", day, java.sql.Types.DATE).query((row, n) -> {
			String logo = row.getString("logo");
			if (logo != null) {
				pictures.put(logo, row.getBytes("content"));
			}
			return new Support(row.getString("name"), row.getString("mention"), row.getString("number"), logo);
		}).list();
		return new Heading(parcours.getName(), parcours.getProgramme(), supports, pictures);
	}

}
