package fr.faireavec.admin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Role;
import fr.faireavec.web.PageOf;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody known here, with an account or without, for the administration. */
@Component
public class Everybody {

	public static final int PAGE = 30;

	private static final int MOST_WORDS = 8;

	private static final int LONGEST = 300;

	private static final String STANDING = """
			CASE WHEN a.id IS NULL THEN 'NONE' WHEN a.disabled_at IS NOT NULL THEN 'CLOSED'
			     WHEN %s THEN 'WAITING' ELSE 'OPEN' END""".formatted(AccountStanding.NEVER_CAME);

	private final JdbcClient jdbc;

	Everybody(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those whose name or address hold every word.
	 * @param role ADMIN, FACILITATOR, NONE for neither, or empty for all
	 * @param standing one of {@link AccountStanding}, or empty for all
	 * @param number from 1; beyond the last page, the last page
	 */
	public PageOf<PersonRow> search(String text, String role, String standing, int number) {
		int page = Math.clamp(number, 1, 100_000);
		List<Found> found = read(text, role, standing, page);
		if (found.isEmpty() && page > 1) {
			List<Found> first = read(text, role, standing, 1);
			page = first.isEmpty() ? 1 : Math.toIntExact((first.getFirst().total() + PAGE - 1) / PAGE);
			found = (page == 1) ? first : read(text, role, standing, page);
		}
		long total = found.isEmpty() ? 0 : found.getFirst().total();
		return new PageOf<>(found.stream().map(Found::row).toList(), page, PAGE, total);
	}

	/** One of them, with what brings them here. */
	public Optional<PersonSheet> sheet(UUID personId) {
		return this.jdbc.sql("""
				SELECT p.id, p.given_name || ' ' || p.family_name AS name, p.email, p.created_at, a.role,
				       coalesce(a.version, 0) AS account_version, %s AS standing, s.seen, coalesce(s.open, 0) AS open
				FROM person p LEFT JOIN account a ON a.person_id = p.id
				  LEFT JOIN LATERAL (SELECT max(c.last_access_time) AS seen, count(*) AS open FROM spring_session c
				                     WHERE c.principal_name = a.id::text) s ON true
				WHERE p.id = :person AND p.reunited_with IS NULL
				""".formatted(STANDING))
			.param("person", personId)
			.query((row, n) -> new PersonSheet(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("email"), row.getTimestamp("created_at").toInstant(), role(row),
					row.getInt("account_version"), AccountStanding.valueOf(row.getString("standing")), seen(row),
					row.getInt("open"), places(personId)))
			.optional();
	}

	/** Where they are, or were, the latest first. */
	List<PersonSheet.Place> places(UUID personId) {
		return this.jdbc.sql("""
				SELECT m.role AS what, s.name AS place, r.name AS parcours, m.starts_on, m.ends_on
				FROM mandate m JOIN enrolment e ON e.id = m.enrolment_id JOIN structure s ON s.id = e.structure_id
				  JOIN parcours r ON r.id = e.parcours_id
				WHERE m.person_id = :person
				UNION ALL
				SELECT 'READER', f.name, NULL, NULL, NULL FROM funder_reader x JOIN funder f ON f.id = x.funder_id
				WHERE x.person_id = :person AND x.removed_at IS NULL
				ORDER BY starts_on DESC NULLS LAST, place
				""")
			.param("person", personId)
			.query((row, n) -> new PersonSheet.Place(row.getString("what"), row.getString("place"),
					row.getString("parcours"), row.getObject("starts_on", LocalDate.class),
					row.getObject("ends_on", LocalDate.class)))
			.list();
	}

	private List<Found> read(String text, String role, String standing, int page) {
		List<String> words = words(text);
		StringBuilder where = new StringBuilder("p.erased_at IS NULL AND p.reunited_with IS NULL");
		for (int i = 0; i < words.size(); i++) {
			where.append(" AND plain_text(p.given_name || ' ' || p.family_name || ' ' || coalesce(p.email, ''))")
				.append(" LIKE plain_text(:word")
				.append(i)
				.append(')');
		}
		var statement = this.jdbc.sql("""
				SELECT p.id, p.given_name || ' ' || p.family_name AS name, p.email, a.role, %s AS standing,
				  (SELECT max(c.last_access_time) FROM spring_session c WHERE c.principal_name = a.id::text) AS seen,
				  EXISTS (SELECT FROM mandate m WHERE m.person_id = p.id AND m.state = 'ACTIVE') AS pilots,
				  EXISTS (SELECT FROM funder_reader x WHERE x.person_id = p.id AND x.removed_at IS NULL) AS reads,
				  count(*) OVER () AS total
				FROM person p LEFT JOIN account a ON a.person_id = p.id
				WHERE (%s) AND (:role = '' OR coalesce(a.role, 'NONE') = :role) AND (:standing = '' OR %s = :standing)
				ORDER BY plain_text(p.family_name || ' ' || p.given_name), p.id LIMIT :size OFFSET :offset
				""".formatted(STANDING, where, STANDING))
			.param("role", role)
			.param("standing", standing)
			.param("size", PAGE)
			.param("offset", (page - 1) * PAGE);
		for (int i = 0; i < words.size(); i++) {
			statement = statement.param("word" + i, "%" + words.get(i).replaceAll("([\\\\%_])", "\\\\$1") + "%");
		}
		return statement
			.query((row,
					n) -> new Found(new PersonRow(row.getObject("id", UUID.class), row.getString("name"),
							row.getString("email"), role(row), AccountStanding.valueOf(row.getString("standing")),
							seen(row), row.getBoolean("pilots"), row.getBoolean("reads")), row.getLong("total")))
			.list();
	}

	private static @Nullable Role role(ResultSet row) throws SQLException {
		String role = row.getString("role");
		return (role != null) ? Role.valueOf(role) : null;
	}

	private static @Nullable Instant seen(ResultSet row) throws SQLException {
		long seen = row.getLong("seen");
		return row.wasNull() ? null : Instant.ofEpochMilli(seen);
	}

	private static List<String> words(String text) {
		String typed = text.strip();
		List<String> words = new ArrayList<>(
				List.of(typed.substring(0, Math.min(LONGEST, typed.length())).split("[\\s\\u00a0\\u202f]+", -1)));
		words.removeIf(String::isEmpty);
		return words.subList(0, Math.min(MOST_WORDS, words.size()));
	}

	private record Found(PersonRow row, long total) {
	}

}
