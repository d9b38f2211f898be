package fr.faireavec.polls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a poll asks: those whose mandate is not over, those who run the parcours, and who
 * speaks at days whose date is asked for, known by their address. Whoever has a sheet
 * here and speaks is asked once, as the one they are. Read anew each time: a successor is
 * asked, and what their predecessor said counts no more.
 */
@Component
class Askees {

	/** Of a poll, by a parameter of that name or what gives its id. */
	static final String ASKED = """
			WITH speaking AS (
			  SELECT g.id, g.name, lower(g.email) AS email, s.rank
			  FROM guest_speaker g JOIN collective_session s ON s.id = g.session_id JOIN poll_day d ON d.session_id = s.id
			  WHERE d.poll_id = %s
			), known AS (
			SELECT 'PARTICIPANT' AS kind, 1 AS part, p.id, p.id AS row_id, p.given_name, p.given_name || ' ' || p.family_name AS name, p.email,
			       e.id AS enrolment_id, s.name AS structure, m.role, greatest(m.starts_on, e.active_from) AS starts_on,
			       least(m.ends_on, e.withdrawn_on) AS ends_on
			FROM mandate m JOIN person p ON p.id = m.person_id JOIN enrolment e ON e.id = m.enrolment_id
			  JOIN structure s ON s.id = e.structure_id
			WHERE e.parcours_id = :parcours AND p.erased_at IS NULL AND p.reunited_with IS NULL
			  AND (m.ends_on IS NULL OR m.ends_on > :today) AND (e.withdrawn_on IS NULL OR e.withdrawn_on > :today)
			UNION ALL
			SELECT 'FACILITATOR', 2, p.id, p.id, p.given_name, p.given_name || ' ' || p.family_name, p.email,
			       NULL, NULL, NULL, NULL, NULL
			FROM parcours_facilitator f JOIN person p ON p.id = f.person_id
			WHERE f.parcours_id = :parcours AND p.erased_at IS NULL
			)
			SELECT k.*, NULL::integer AS rank, array(SELECT rank FROM speaking WHERE email = lower(k.email)) AS speaks_at
			FROM known k
			UNION ALL
			SELECT 'SPEAKER', 3, first_value(g.id) OVER (PARTITION BY coalesce(g.email, g.id::text) ORDER BY g.id), g.id,
			       g.name, g.name, g.email, NULL, NULL, NULL, NULL, NULL, g.rank, ARRAY[g.rank]
			FROM speaking g WHERE g.email IS NULL OR g.email NOT IN (SELECT lower(email) FROM known WHERE email IS NOT NULL)
			ORDER BY part, structure, enrolment_id, role DESC, rank, name, id, row_id
			""";

	private final JdbcClient jdbc;

	Askees(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Participants by structure, then the animation, then guest speakers. */
	List<Askee> of(UUID parcoursId, UUID pollId, LocalDate today) {
		Map<UUID, List<Askee>> byId = this.jdbc.sql(ASKED.formatted(":poll"))
			.param("parcours", parcoursId)
			.param("poll", pollId)
			.param("today", today)
			.query((row, n) -> askee(row))
			.stream()
			.collect(Collectors.groupingBy(Askee::id, LinkedHashMap::new, Collectors.toList()));
		return new ArrayList<>(byId.values().stream().map(Askees::whole).toList());
	}

	/**
	 * Whoever stands for two structures, runs what they take part in, or speaks at two
	 * days, is asked once.
	 */
	private static Askee whole(List<Askee> same) {
		Askee first = same.getFirst();
		return new Askee(first.id(), all(same, Askee::ids), first.kind(), first.givenName(), first.name(),
				first.email(), same.stream().flatMap((one) -> one.stands().stream()).toList(),
				first.isGuest() ? all(same, (one) -> Objects.requireNonNull(one.ranks())) : null,
				all(same, Askee::speaksAt));
	}

	private static <T> Set<T> all(List<Askee> same, Function<Askee, Set<T>> what) {
		return same.stream().map(what).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
	}

	private static Askee askee(ResultSet row) throws SQLException {
		Askee.Kind kind = Askee.Kind.valueOf(row.getString("kind"));
		List<Askee.Stand> stands = (kind != Askee.Kind.PARTICIPANT) ? List.of()
				: List.of(new Askee.Stand(row.getObject("enrolment_id", UUID.class), row.getString("structure"),
						row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)));
		return new Askee(row.getObject("id", UUID.class), Set.of(row.getObject("row_id", UUID.class)), kind,
				row.getString("given_name"), row.getString("name"), row.getString("email"), stands,
				(kind == Askee.Kind.SPEAKER) ? Set.of(row.getInt("rank")) : null,
				Stream.of((Integer[]) row.getArray("speaks_at").getArray()).collect(Collectors.toSet()));
	}

}
