package fr.faireavec.admin;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sheets of one name, accents and capitals apart: two people, or one person named twice.
 */
@Component
public class Namesakes {

	/** So many pairs at the most: what is left shows once these are settled. */
	public static final int MOST = 50;

	private final JdbcClient jdbc;

	Namesakes(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Pairs, by name; the sheet with an address first, then the older one.
	 * @param but nobody reunites their own
	 */
	public List<Pair> pairs(UUID but) {
		return this.jdbc
			.sql("""
					SELECT k.id AS kept, g.id AS given, k.given_name || ' ' || k.family_name AS name,
					       g.given_name || ' ' || g.family_name AS other_name, k.email, g.email AS other_email
					FROM person k JOIN person g
					  ON plain_text(g.family_name || ' ' || g.given_name) = plain_text(k.family_name || ' ' || k.given_name)
					  AND (k.email IS NULL, k.created_at, k.id) < (g.email IS NULL, g.created_at, g.id)
					WHERE k.erased_at IS NULL AND k.reunited_with IS NULL AND g.erased_at IS NULL AND g.reunited_with IS NULL
					  AND :but NOT IN (k.id, g.id)
					ORDER BY plain_text(k.family_name || ' ' || k.given_name), k.id, g.id LIMIT :most
					""")
			.param("but", but)
			.param("most", MOST)
			.query((row, n) -> new Pair(row.getObject("kept", UUID.class), row.getObject("given", UUID.class),
					row.getString("name"), row.getString("other_name"), row.getString("email"),
					row.getString("other_email")))
			.list();
	}

	/** Two sheets; the first would stay. */
	public record Pair(UUID kept, UUID given, String name, String otherName, @Nullable String email,
			@Nullable String otherEmail) {
	}

}
