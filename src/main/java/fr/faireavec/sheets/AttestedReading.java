package fr.faireavec.sheets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Collator;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import fr.faireavec.attendance.Stay;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads who was there by the registers that are countersigned, whatever became of their
 * mandate since; and who came without one.
 */
@Component
class AttestedReading {

	private static final UUID NONE = new UUID(0, 0);

	private final JdbcClient jdbc;

	AttestedReading(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Of one parcours, by name. */
	List<Attestation> in(UUID parcoursId, @Nullable Integer rank, Reach reach) {
		return Stream.concat(expected(parcoursId, rank, reach).stream(), guests(parcoursId, rank, reach).stream())
			.sorted(Comparator.comparing(Attestation::name, Collator.getInstance(Locale.FRENCH)))
			.toList();
	}

	/** The parcours where somebody was there, the last first. */
	List<UUID> parcoursOf(UUID personId) {
		return this.jdbc.sql("""
				SELECT s.parcours_id FROM attendance a JOIN half_day h ON h.id = a.half_day_id
				  JOIN collective_session s ON s.id = h.session_id JOIN register_seal r ON r.half_day_id = h.id
				WHERE a.person_id = :person AND s.state <> 'CANCELLED' AND a.status = 'PRESENT'
				  AND a.person_name <> :nobody
				GROUP BY s.parcours_id ORDER BY max(h.starts_at) DESC, s.parcours_id""")
			.param("person", personId)
			.param("nobody", PersonalRecords.NOBODY)
			.query((row, n) -> Objects.requireNonNull(row.getObject("parcours_id", UUID.class)))
			.list();
	}

	private List<Attestation> expected(UUID parcoursId, @Nullable Integer rank, Reach reach) {
		Map<UUID, Lines> found = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					SELECT a.person_id, a.person_name, s.rank, s.title, h.starts_at, h.ends_at, a.came_at, a.left_at,
					  a.remote OR s.mode IS NOT DISTINCT FROM 'DISTANCIEL' AS remote,
					  ARRAY(SELECT o.name FROM attendance_enrolment f JOIN enrolment e ON e.id = f.enrolment_id
					          JOIN structure o ON o.id = e.structure_id WHERE f.attendance_id = a.id ORDER BY 1) AS structures
					FROM attendance a JOIN half_day h ON h.id = a.half_day_id
					  JOIN collective_session s ON s.id = h.session_id JOIN register_seal r ON r.half_day_id = h.id
					WHERE s.parcours_id = :parcours AND s.state <> 'CANCELLED' AND a.status = 'PRESENT'
					  AND a.person_name <> :nobody
					  AND (CAST(:rank AS integer) IS NULL OR s.rank = :rank)
					  AND (:all OR a.person_id = :viewer OR EXISTS (SELECT FROM attendance_enrolment f
					    WHERE f.attendance_id = a.id AND f.enrolment_id IN (:enrolments)))
					ORDER BY plain_text(a.person_name), a.person_id, h.starts_at
					""")
			.param("parcours", parcoursId)
			.param("nobody", PersonalRecords.NOBODY)
			.param("rank", rank, Types.INTEGER)
			.param("all", reach.all())
			.param("viewer", reach.viewerId())
			.param("enrolments", reach.enrolmentIds())
			.query((RowCallbackHandler) (row) -> found
				.computeIfAbsent(row.getObject("person_id", UUID.class), (id) -> new Lines())
				.add(row.getString("person_name"), List.of((String[]) row.getArray("structures").getArray()),
						half(row, new Stay(row.getObject("came_at", LocalTime.class),
								row.getObject("left_at", LocalTime.class), row.getBoolean("remote")))));
		return found.entrySet().stream().map((one) -> one.getValue().of(Set.of(one.getKey()))).toList();
	}

	/**
	 * A guest was there all of the day, or the half of it that the register says. Of one
	 * name and organisation on several days, it is the same guest, unless two were there
	 * together once.
	 */
	private List<Attestation> guests(UUID parcoursId, @Nullable Integer rank, Reach reach) {
		List<GuestHalf> rows = this.jdbc
			.sql("""
					SELECT g.id, g.name, g.organisation, coalesce(o.name, '') AS represents, s.rank, s.title, h.id AS half_id,
					  h.starts_at, h.ends_at, s.mode IS NOT DISTINCT FROM 'DISTANCIEL' AS remote
					FROM session_guest g JOIN collective_session s ON s.id = g.session_id
					  JOIN half_day h ON h.session_id = s.id JOIN register_seal r ON r.half_day_id = h.id
					  LEFT JOIN enrolment e ON e.id = g.represents_enrolment_id LEFT JOIN structure o ON o.id = e.structure_id
					WHERE s.parcours_id = :parcours AND s.state <> 'CANCELLED' AND g.name <> :nobody
					  AND (CAST(:rank AS integer) IS NULL OR s.rank = :rank)
					  AND (:all OR g.represents_enrolment_id IN (:enrolments))
					  AND (g.only_half IS NULL OR g.only_half = h.ordinal
					    OR NOT EXISTS (SELECT FROM half_day o WHERE o.session_id = s.id AND o.ordinal <> h.ordinal))
					ORDER BY plain_text(g.name), h.starts_at, g.id
					""")
			.param("parcours", parcoursId)
			.param("nobody", PersonalRecords.NOBODY)
			.param("rank", rank, Types.INTEGER)
			.param("all", reach.all())
			.param("enrolments", reach.enrolmentIds())
			.query((row, n) -> new GuestHalf(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("organisation"), row.getString("represents"), row.getObject("half_id", UUID.class),
					half(row, new Stay(null, null, row.getBoolean("remote")))))
			.list();
		Map<String, List<GuestHalf>> called = new LinkedHashMap<>();
		rows.forEach((one) -> called.computeIfAbsent(one.called(), (name) -> new ArrayList<>()).add(one));
		return called.values().stream().flatMap((group) -> apart(group).stream()).map(AttestedReading::guest).toList();
	}

	/** Two who were there together are two, whatever day. */
	private static Collection<List<GuestHalf>> apart(List<GuestHalf> group) {
		Set<UUID> halves = new HashSet<>();
		if (group.stream().allMatch((one) -> halves.add(one.halfDayId()))) {
			return List.of(group);
		}
		Map<UUID, List<GuestHalf>> each = new LinkedHashMap<>();
		group.forEach((one) -> each.computeIfAbsent(one.guestId(), (id) -> new ArrayList<>()).add(one));
		return each.values();
	}

	private static Attestation guest(List<GuestHalf> halves) {
		Lines lines = new Lines();
		Set<UUID> ids = new HashSet<>();
		for (GuestHalf one : halves) {
			ids.add(one.guestId());
			lines.add(one.name(),
					Stream.of(one.organisation(), one.represents()).filter((name) -> !name.isEmpty()).toList(),
					one.half());
		}
		return lines.of(ids);
	}

	private static Attestation.Half half(ResultSet row, Stay stay) throws SQLException {
		return new Attestation.Half(row.getInt("rank"), row.getString("title"),
				stay.of(new TimeSlot(row.getObject("starts_at", LocalDateTime.class),
						row.getObject("ends_at", LocalDateTime.class))),
				stay.remote());
	}

	/**
	 * Whose attestations somebody may read: everybody's, or her own and those of whoever
	 * was there for her structures.
	 */
	record Reach(boolean all, UUID viewerId, Set<UUID> enrolmentIds) {

		static final Reach EVERYBODY = new Reach(true, NONE, Set.of(NONE));

		static Reach own(UUID viewerId) {
			return new Reach(false, viewerId, Set.of(NONE));
		}

		static Reach structures(UUID viewerId, Collection<UUID> enrolmentIds) {
			return new Reach(false, viewerId, Set.copyOf(enrolmentIds));
		}

	}

	private record GuestHalf(UUID guestId, String name, String organisation, String represents, UUID halfDayId,
			Attestation.Half half) {

		String called() {
			return this.name.toLowerCase(Locale.FRENCH) + "\n" + this.organisation.toLowerCase(Locale.FRENCH);
		}

	}

	private static final class Lines {

		private final List<String> names = new ArrayList<>();

		private final Set<String> structures = new TreeSet<>();

		private final List<Attestation.Half> halves = new ArrayList<>();

		void add(String name, List<String> organisations, Attestation.Half half) {
			this.names.add(name);
			this.structures.addAll(organisations);
			this.halves.add(half);
		}

		/** By the last name they bore. */
		Attestation of(Set<UUID> ids) {
			return new Attestation(Set.copyOf(ids), this.names.getLast(), String.join(", ", this.structures),
					List.copyOf(this.halves));
		}

	}

}
