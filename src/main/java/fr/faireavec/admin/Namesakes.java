package fr.faireavec.admin;

import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.KnownNames;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sheets of one name, accents and capitals apart: two people, or one person named twice.
 * A name somebody gave themselves a short while ago points to nobody: it would have them
 * taken for whom they like.
 */
@Component
public class Namesakes {

	/** So many pairs at the most: what is left shows once these are settled. */
	public static final int MOST = 50;

	/** So many sheets of one name at the most, each compared with the others. */
	private static final int ALIKE = 6;

	private final JdbcClient jdbc;

	private final KnownNames names;

	Namesakes(JdbcClient jdbc, KnownNames names) {
		this.jdbc = jdbc;
		this.names = names;
	}

	/**
	 * Pairs, by name; the sheet with an address first, then the older one.
	 * @param but nobody reunites their own
	 */
	public List<Pair> pairs(UUID but) {
		return this.jdbc.sql("""
				WITH called AS (
				  SELECT p.id, p.given_name || ' ' || p.family_name AS name, p.email,
				         plain_text(p.family_name || ' ' || p.given_name) AS plain,
				         row_number() OVER (PARTITION BY plain_text(p.family_name || ' ' || p.given_name)
				                            ORDER BY p.email IS NULL, p.created_at, p.id) AS rank
				  FROM person p
				  WHERE p.erased_at IS NULL AND p.reunited_with IS NULL AND p.id <> :but
				    AND p.id <> ALL(:selfNamed))
				SELECT k.id AS kept, g.id AS given, k.name, g.name AS other_name, k.email, g.email AS other_email
				FROM called k JOIN called g ON g.plain = k.plain AND k.rank < g.rank
				WHERE g.rank <= :alike
				ORDER BY k.plain, k.rank, g.rank LIMIT :most
				""")
			.param("but", but)
			.param("alike", ALIKE)
			.param("most", MOST)
			.param("selfNamed", this.names.selfNamed().keySet().toArray(UUID[]::new))
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
