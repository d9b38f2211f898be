package fr.faireavec.polls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a poll asks: those whose mandate is not over, those who run the parcours, and who
 * speaks at a day whose date is asked for. Read anew each time: a successor is asked, and
 * what their predecessor said counts no more.
 */
@Component
class Askees {

	private static final String MANDATED = """
			SELECT p.id, p.given_name, p.given_name || ' ' || p.family_name AS name, p.email, e.id AS enrolment_id,
			       s.name AS structure, greatest(m.starts_on, e.active_from) AS starts_on,
			       least(m.ends_on, e.withdrawn_on) AS ends_on
			FROM mandate m JOIN person p ON p.id = m.person_id JOIN enrolment e ON e.id = m.enrolment_id
			  JOIN structure s ON s.id = e.structure_id
			WHERE e.parcours_id = :parcours AND p.erased_at IS NULL AND p.reunited_with IS NULL
			  AND (m.ends_on IS NULL OR m.ends_on > :today) AND (e.withdrawn_on IS NULL OR e.withdrawn_on > :today)
			ORDER BY s.name, e.id, m.role DESC, m.starts_on, p.id
			""";

	private static final String RUNNING = """
			SELECT p.id, p.given_name, p.given_name || ' ' || p.family_name AS name, p.email
			FROM parcours_facilitator f JOIN person p ON p.id = f.person_id
			WHERE f.parcours_id = :parcours AND p.erased_at IS NULL ORDER BY name, p.id
			""";

	private static final String SPEAKING = """
			SELECT g.id, g.name, g.name AS given_name, g.email, s.rank FROM guest_speaker g
			  JOIN collective_session s ON s.id = g.session_id JOIN poll_day d ON d.session_id = s.id
			WHERE d.poll_id = :poll ORDER BY s.rank, g.name, g.id
			""";

	private final JdbcClient jdbc;

	Askees(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Participants by structure, then the animation, then guest speakers. */
	List<Askee> of(UUID parcoursId, UUID pollId, LocalDate today) {
		Map<UUID, List<Askee>> mandated = this.jdbc.sql(MANDATED)
			.param("parcours", parcoursId)
			.param("today", today)
			.query((row, n) -> mandated(row))
			.stream()
			.collect(Collectors.groupingBy(Askee::id, LinkedHashMap::new, Collectors.toList()));
		List<Askee> all = new ArrayList<>();
		mandated.values().forEach((same) -> all.add(whole(same)));
		Stream
			.concat(this.jdbc.sql(RUNNING)
				.param("parcours", parcoursId)
				.query((row, n) -> plain(row, Askee.Kind.FACILITATOR, null))
				.stream(),
					this.jdbc.sql(SPEAKING)
						.param("poll", pollId)
						.query((row, n) -> plain(row, Askee.Kind.SPEAKER, Set.of(row.getInt("rank"))))
						.stream())
			.filter((askee) -> !mandated.containsKey(askee.id()))
			.forEach(all::add);
		return all;
	}

	private static Askee whole(List<Askee> same) {
		Askee first = same.getFirst();
		return new Askee(first.id(), first.kind(), first.givenName(), first.name(), first.email(),
				same.stream().flatMap((one) -> one.stands().stream()).toList(), null);
	}

	private static Askee mandated(ResultSet row) throws SQLException {
		Askee.Stand stand = new Askee.Stand(row.getObject("enrolment_id", UUID.class), row.getString("structure"),
				row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class));
		return new Askee(row.getObject("id", UUID.class), Askee.Kind.PARTICIPANT, row.getString("given_name"),
				row.getString("name"), row.getString("email"), List.of(stand), null);
	}

	private static Askee plain(ResultSet row, Askee.Kind kind, @Nullable Set<Integer> ranks) throws SQLException {
		return new Askee(row.getObject("id", UUID.class), kind, row.getString("given_name"), row.getString("name"),
				row.getString("email"), List.of(), ranks);
	}

}
