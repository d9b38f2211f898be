package fr.faireavec.signing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.attendance.SignatureTraits;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how people signed one day, in one statement. */
@Component
class TraitReading implements SignatureTraits {

	private final JdbcClient jdbc;

	TraitReading(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Signed ofSession(UUID parcoursId, int rank) {
		Map<UUID, Map<UUID, Trait>> people = new HashMap<>();
		Map<UUID, Set<UUID>> guests = new HashMap<>();
		this.jdbc
			.sql("""
					SELECT a.person_id, s.guest_id, s.half_day_id, s.with_account, s.shared
					FROM signature s LEFT JOIN attendance a ON a.id = s.attendance_id JOIN half_day h ON h.id = s.half_day_id
					  JOIN collective_session c ON c.id = h.session_id
					WHERE c.parcours_id = :parcours AND c.rank = :rank""")
			.param("parcours", parcoursId)
			.param("rank", rank)
			.query((RowCallbackHandler) (row) -> {
				UUID guest = row.getObject("guest_id", UUID.class);
				if (guest != null) {
					guests.computeIfAbsent(guest, (id) -> new HashSet<>())
						.add(row.getObject("half_day_id", UUID.class));
				}
				else {
					people.computeIfAbsent(row.getObject("half_day_id", UUID.class), (id) -> new HashMap<>())
						.put(row.getObject("person_id", UUID.class),
								new Trait(row.getBoolean("with_account"), row.getBoolean("shared")));
				}
			});
		return new Signed(people, guests);
	}

	@Override
	public Map<UUID, Set<UUID>> ofGuests(UUID parcoursId) {
		Map<UUID, Set<UUID>> guests = new HashMap<>();
		this.jdbc.sql("""
				SELECT s.guest_id, s.half_day_id FROM signature s JOIN half_day h ON h.id = s.half_day_id
				  JOIN collective_session c ON c.id = h.session_id
				WHERE c.parcours_id = :parcours AND s.guest_id IS NOT NULL""")
			.param("parcours", parcoursId)
			.query((RowCallbackHandler) (row) -> guests
				.computeIfAbsent(row.getObject("guest_id", UUID.class), (id) -> new HashSet<>())
				.add(row.getObject("half_day_id", UUID.class)));
		return guests;
	}

}
