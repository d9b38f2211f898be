package fr.faireavec.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.accounts.AddressBook;
import fr.faireavec.accounts.Whose;
import fr.faireavec.imports.Known.KnownStructure;
import fr.faireavec.parcours.Parcours;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Matches a file against the directory, in as many statements whatever its number of
 * lines.
 */
@Component
public class CohortPlanning {

	private final JdbcClient jdbc;

	private final AddressBook addresses;

	private final Clock clock;

	CohortPlanning(JdbcClient jdbc, AddressBook addresses, Clock clock) {
		this.jdbc = jdbc;
		this.addresses = addresses;
		this.clock = clock;
	}

	public CohortPlan plan(Parcours parcours, CohortFile file) {
		List<CohortLine> lines = LineReading.lines(file, parcours.getStartsOn(), parcours.getEndsOn(),
				parcours.today(this.clock));
		return CohortPlan.of(lines, file, known(parcours, lines));
	}

	private Known known(Parcours parcours, List<CohortLine> lines) {
		Map<String, KnownStructure> bySiret = new HashMap<>();
		Map<String, List<KnownStructure>> byName = new HashMap<>();
		for (Candidate candidate : candidates(parcours.getId(), lines)) {
			KnownStructure structure = candidate.structure();
			if (structure.siret() != null) {
				bySiret.put(structure.siret(), structure);
			}
			if (candidate.asked() != null) {
				byName.computeIfAbsent(candidate.asked(), (name) -> new ArrayList<>()).add(structure);
			}
		}
		return new Known(bySiret, byName, people(lines), active(parcours));
	}

	private List<Candidate> candidates(UUID parcoursId, List<CohortLine> lines) {
		String[] names = lines.stream().map(CohortLine::name).distinct().toArray(String[]::new);
		String[] sirets = lines.stream()
			.map(CohortLine::siret)
			.filter(Objects::nonNull)
			.map((siret) -> siret.value())
			.toArray(String[]::new);
		return this.jdbc.sql("""
				WITH asked AS (
				  SELECT n AS name, name_key(n) AS plain FROM unnest(:names::text[]) AS n)
				SELECT a.name AS asked, s.id, s.name, s.commune, s.siret, e.id IS NOT NULL AS enrolled
				FROM structure s
				  LEFT JOIN asked a ON a.plain <> '' AND a.plain = name_key(s.name)
				  LEFT JOIN enrolment e ON e.structure_id = s.id AND e.parcours_id = :parcours
				WHERE a.name IS NOT NULL OR s.siret = ANY (:sirets::text[])
				ORDER BY s.name, s.id
				""")
			.param("names", names)
			.param("sirets", sirets)
			.param("parcours", parcoursId)
			.query((row, n) -> new Candidate(row.getString("asked"),
					new KnownStructure(row.getObject("id", UUID.class), row.getString("name"), row.getString("commune"),
							row.getString("siret"), row.getBoolean("enrolled"))))
			.list();
	}

	private Map<String, Whose> people(List<CohortLine> lines) {
		return this.addresses.whose(lines.stream()
			.flatMap((line) -> Stream.of(line.pilot(), line.copilot()))
			.filter(Objects::nonNull)
			.flatMap((contact) -> Stream.ofNullable(contact.email())
				.map((email) -> new AddressBook.Named(contact.called(), email)))
			.distinct()
			.toList());
	}

	private int active(Parcours parcours) {
		return this.jdbc
			.sql("SELECT count(*) FROM enrolment WHERE parcours_id = :parcours"
					+ " AND (withdrawn_on IS NULL OR withdrawn_on > :today)")
			.param("parcours", parcours.getId())
			.param("today", parcours.today(this.clock))
			.query(Integer.class)
			.single();
	}

	private record Candidate(@Nullable String asked, KnownStructure structure) {
	}

}
