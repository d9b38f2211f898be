package fr.faireavec.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whoever a request is about. */
@Component
public class PersonSearch {

	private static final String KNOWN = """
			SELECT p.id, p.given_name || ' ' || p.family_name AS name, p.email, p.erased_at IS NOT NULL AS erased
			FROM person p
			""";

	private final JdbcClient jdbc;

	PersonSearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** By a part of the name or the address, without case or accents; at most twenty. */
	public List<Known> find(String text) {
		String wanted = NameErasing.readable(text);
		if (wanted.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql(KNOWN
					+ """
							WHERE p.erased_at IS NULL AND p.reunited_with IS NULL AND strpos(plain_text(p.given_name || ' ' || p.family_name || ' ' ||
							  coalesce(p.email, '')), plain_text(:text)) > 0
							ORDER BY p.family_name, p.given_name, p.id LIMIT 20""")
			.param("text", wanted)
			.query((row, number) -> known(row))
			.list();
	}

	public Known get(UUID personId) {
		return this.jdbc.sql(KNOWN + "WHERE p.id = :id AND p.reunited_with IS NULL")
			.param("id", personId)
			.query((row, number) -> known(row))
			.optional()
			.orElseThrow(NotFound::new);
	}

	private static Known known(ResultSet row) throws SQLException {
		return new Known(row.getObject("id", UUID.class), row.getString("name"), row.getString("email"),
				row.getBoolean("erased"));
	}

	/** Somebody known here, or nobody any more. */
	public record Known(UUID id, String name, @Nullable String email, boolean erased) {
	}

}
