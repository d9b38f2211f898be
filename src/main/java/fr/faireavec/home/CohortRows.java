package fr.faireavec.home;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.cohorts.Absences;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The structures of a parcours with their people, actions and aims, in one statement. */
@Component
public class CohortRows {

	private final JdbcClient jdbc;

	CohortRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public List<CohortRow> of(UUID parcoursId, LocalDate today) {
		return this.jdbc
			.sql("""
					SELECT e.id, s.name, e.active_from, e.withdrawn_on, e.away::text AS away,
					       coalesce(e.withdrawn_on <= CAST(:today AS date), false) AS withdrawn, pilot.name AS pilot, copilot.name AS copilot,
					       array_remove(ARRAY[pilot.id, copilot.id], NULL) AS mandated,
					       coalesce(pilot.unsigned, 0) + coalesce(copilot.unsigned, 0) AS unsigned,
					       coalesce(pilot.uninvited, 0) + coalesce(copilot.uninvited, 0) AS uninvited,
					       (SELECT string_agg(t.label, ', ' ORDER BY t.rank) FROM enrolment_aimed_level l
					          JOIN taxonomy_entry t ON t.id = l.entry_id WHERE l.enrolment_id = e.id) AS aims,
					       (SELECT count(*) FROM logged_action a WHERE a.enrolment_id = e.id) AS actions,
					       (SELECT count(*) FROM logged_action a WHERE a.enrolment_id = e.id AND a.awaits_pilot) AS awaiting
					FROM enrolment e
					  JOIN structure s ON s.id = e.structure_id
					  LEFT JOIN LATERAL (SELECT p.id, p.given_name || ' ' || p.family_name AS name,
					                            (m.signed_on IS NULL)::int AS unsigned, m.uninvited::int AS uninvited
					                     FROM mandate m JOIN person p ON p.id = m.person_id
					                     WHERE m.enrolment_id = e.id AND m.role = 'PILOT' AND m.state = 'ACTIVE') pilot ON true
					  LEFT JOIN LATERAL (SELECT p.id, p.given_name || ' ' || p.family_name AS name,
					                            (m.signed_on IS NULL)::int AS unsigned, m.uninvited::int AS uninvited
					                     FROM mandate m JOIN person p ON p.id = m.person_id
					                     WHERE m.enrolment_id = e.id AND m.role = 'COPILOT' AND m.state = 'ACTIVE') copilot ON true
					WHERE e.parcours_id = :parcours
					ORDER BY withdrawn, s.name, e.id
					""")
			.param("parcours", parcoursId)
			.param("today", today)
			.query((row, n) -> new CohortRow(row.getObject("id", UUID.class), row.getString("name"),
					row.getObject("active_from", LocalDate.class), row.getObject("withdrawn_on", LocalDate.class),
					Absences.read(row.getString("away")), row.getBoolean("withdrawn"), row.getString("pilot"),
					row.getString("copilot"), Set.copyOf(Arrays.asList((UUID[]) row.getArray("mandated").getArray())),
					row.getInt("unsigned"), row.getInt("uninvited"), row.getString("aims"), row.getInt("actions"),
					row.getInt("awaiting")))
			.list();
	}

	/**
	 * One structure of the cohort; {@code withdrawn} once it has left, {@code mandated}
	 * who pilots and copilots it, {@code unsigned} counts its open mandates without a
	 * signature, {@code uninvited} those whose invitation waits.
	 */
	public record CohortRow(UUID enrolmentId, String structure, LocalDate activeFrom, @Nullable LocalDate withdrawnOn,
			Absences absences, boolean withdrawn, @Nullable String pilot, @Nullable String copilot, Set<UUID> mandated,
			int unsigned, int uninvited, @Nullable String aims, int actions, int awaiting) {

		public boolean isActiveOn(LocalDate day) {
			return !day.isBefore(this.activeFrom) && (this.withdrawnOn == null || day.isBefore(this.withdrawnOn))
					&& !this.absences.contain(day);
		}

		/** « Inès Carpentier, Nora Leclercq »; empty when nobody is mandated. */
		public String people() {
			return String.join(", ",
					java.util.stream.Stream.of(this.pilot, this.copilot).filter((name) -> name != null).toList());
		}

	}

}
