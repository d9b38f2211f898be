package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.funders.FunderConventions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a funder's page shows of its conventions. */
@Component
class AgreedConventions implements FunderConventions {

	private final JdbcClient jdbc;

	AgreedConventions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<UUID, Integer> counts(Viewer viewer) {
		Map<UUID, Integer> counts = new HashMap<>();
		this.jdbc.sql("""
				SELECT c.funder_id, count(*) FROM convention c
				WHERE :admin OR (:staff AND EXISTS (SELECT FROM parcours_facilitator f
				  WHERE f.parcours_id = c.parcours_id AND f.person_id = :person))
				GROUP BY c.funder_id
				""")
			.param("admin", viewer.isAdministrator())
			.param("staff", viewer.isStaff())
			.param("person", viewer.personId())
			.query((row) -> {
				counts.put(row.getObject(1, UUID.class), row.getInt(2));
			});
		return counts;
	}

	@Override
	public List<Funded> of(UUID funderId, Viewer viewer) {
		return this.jdbc.sql("""
				SELECT p.name, p.slug, c.number, c.amount, c.starts_on, c.ends_on, c.report_due_on
				FROM convention c JOIN parcours p ON p.id = c.parcours_id
				WHERE c.funder_id = :funder AND (:admin OR (:staff AND EXISTS (SELECT FROM parcours_facilitator f
				  WHERE f.parcours_id = p.id AND f.person_id = :person)))
				ORDER BY c.starts_on DESC, p.name, c.number
				""")
			.param("funder", funderId)
			.param("admin", viewer.isAdministrator())
			.param("staff", viewer.isStaff())
			.param("person", viewer.personId())
			.query((row, n) -> new Funded(row.getString("name"), row.getString("number"), row.getBigDecimal("amount"),
					row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class),
					row.getObject("report_due_on", LocalDate.class),
					"/parcours/" + row.getString("slug") + "/conventions"))
			.list();
	}

	@Override
	public boolean allRunBy(Viewer viewer, UUID funderId) {
		return viewer.isStaff() && this.jdbc.sql("""
				SELECT coalesce(bool_and(EXISTS (SELECT FROM parcours_facilitator f
				  WHERE f.parcours_id = c.parcours_id AND f.person_id = :person)), false)
				FROM convention c WHERE c.funder_id = :funder
				""").param("person", viewer.personId()).param("funder", funderId).query(Boolean.class).single();
	}

	@Override
	public boolean someRunByOthers(Viewer viewer, UUID funderId) {
		return this.jdbc.sql("""
				SELECT EXISTS (SELECT FROM convention c WHERE c.funder_id = :funder
				  AND NOT EXISTS (SELECT FROM parcours_facilitator f
				    WHERE f.parcours_id = c.parcours_id AND f.person_id = :person))
				""").param("person", viewer.personId()).param("funder", funderId).query(Boolean.class).single();
	}

}
