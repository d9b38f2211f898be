package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import fr.faireavec.kernel.EvidenceExpiry;
import fr.faireavec.kernel.Expiry.Terms;
import fr.faireavec.kernel.PersonalRecords;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows that are kept until the {@linkplain EvidenceTerm term} of their parcours: a room
 * says which, and what forgetting one is.
 */
public abstract class TermedEvidence implements EvidenceExpiry {

	private final JdbcClient jdbc;

	private final String name;

	private final List<Kept> kept;

	protected TermedEvidence(JdbcClient jdbc, String name, Kept... kept) {
		this.jdbc = jdbc;
		this.name = name;
		this.kept = List.of(kept);
	}

	@Override
	public final String name() {
		return this.name;
	}

	@Override
	public final List<Due> due(Terms terms, LocalDate until) {
		return this.jdbc
			.sql("""
					SELECT id, name, over_on, count(*) AS lines FROM (%s) kept
					WHERE over_on <= :until GROUP BY id, name, over_on ORDER BY over_on, name, id
					""".formatted(this.kept.stream()
				.map((one) -> "SELECT p.id, p.name, %s AS over_on FROM %s".formatted(one.over(), one.where()))
				.collect(Collectors.joining(" UNION ALL "))))
			.param("nobody", PersonalRecords.NOBODY)
			.param("until", until)
			.params(EvidenceTerm.parameters(terms))
			.query((row, n) -> new Due(row.getObject("id", UUID.class), row.getString("name"),
					row.getObject("over_on", LocalDate.class), row.getInt("lines")))
			.list();
	}

	@Override
	public final int forget(Terms terms, UUID parcoursId, LocalDate on, int most) {
		int forgotten = 0;
		for (Kept one : this.kept) {
			forgotten += this.jdbc
				.sql("%s WHERE id IN (SELECT %s FROM %s AND p.id = :parcours AND %s = :on LIMIT :most)"
					.formatted(one.forgetting(), one.row(), one.where(), one.over()))
				.param("nobody", PersonalRecords.NOBODY)
				.param("parcours", parcoursId)
				.param("on", on)
				.param("most", most - forgotten)
				.params(EvidenceTerm.parameters(terms))
				.update();
		}
		return forgotten;
	}

	/**
	 * The rows of one table. In their SQL, « :nobody » stands for a name that is gone.
	 *
	 * @param row SQL for the id of one
	 * @param where SQL for where they stand with p, their parcours, up to a condition:
	 * those that are kept still
	 * @param over SQL for the first day one is no longer kept
	 * @param forgetting SQL that forgets them, up to its condition
	 */
	public record Kept(String row, String where, String over, String forgetting) {

		/** Those of a day: kept from it on, or from the end of its parcours. */
		public static Kept ofDay(String row, String where, String day, String forgetting) {
			return new Kept(row, where, EvidenceTerm.over("coalesce(%s.starts_at::date, p.ends_on)".formatted(day)),
					forgetting);
		}

	}

}
