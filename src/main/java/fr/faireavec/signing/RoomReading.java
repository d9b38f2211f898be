package fr.faireavec.signing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.sessions.CollectiveSession;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a phone signed that day, and how one signs in a parcours. */
@Component
@Transactional(readOnly = true)
public class RoomReading {

	private final SigningRulesOfAll rules;

	private final Phones phones;

	private final JdbcClient jdbc;

	RoomReading(SigningRulesOfAll rules, Phones phones, JdbcClient jdbc) {
		this.rules = rules;
		this.phones = phones;
		this.jdbc = jdbc;
	}

	public Rules rules(UUID parcoursId) {
		return this.rules.findById(parcoursId)
			.map((one) -> new Rules(one.isTurningCode(), one.isSharedPhone(), one.getVersion()))
			.orElseGet(() -> new Rules(false, false, 0));
	}

	/**
	 * What this phone is in the room, and what was signed on it that day.
	 * @param token what it keeps, if it does
	 */
	public Device device(CollectiveSession session, @Nullable String token) {
		Optional<RoomPhone> phone = this.phones.known(session.getId(), token);
		if (phone.isEmpty() || phone.get().isTablet()) {
			return new Device(phone.isPresent(), List.of());
		}
		return new Device(false, this.jdbc
			.sql("""
					SELECT s.half_day_id, a.person_id, s.guest_id, coalesce(a.person_name, g.name) AS name, coalesce(g.organisation, '') AS organisation,
					       s.signed_at
					FROM signature s LEFT JOIN attendance a ON a.id = s.attendance_id
					  LEFT JOIN session_guest g ON g.id = s.guest_id
					WHERE s.phone_id = :phone ORDER BY s.signed_at, s.id""")
			.param("phone", phone.get().getId())
			.query((row, n) -> new Own(row.getObject("half_day_id", UUID.class), row.getObject("person_id", UUID.class),
					row.getObject("guest_id", UUID.class), row.getString("name"), row.getString("organisation"),
					row.getTimestamp("signed_at").toInstant()))
			.list());
	}

	/**
	 * How one signs in a parcours.
	 *
	 * @param turning with the code of the moment
	 * @param sharedPhone several people on one phone
	 * @param version to carry in a form
	 */
	public record Rules(boolean turning, boolean sharedPhone, int version) {
	}

	/**
	 * @param tablet it is handed round
	 * @param own what was signed on it, in order; nothing of a tablet's
	 */
	public record Device(boolean tablet, List<Own> own) {

		/** What was signed on it for that half-day. */
		public Optional<Own> at(UUID halfDayId) {
			return this.own.stream().filter((one) -> one.halfDayId().equals(halfDayId)).findFirst();
		}

		/** Whose phone it is: who signed on it first. */
		public Optional<Own> owner() {
			return this.own.stream().findFirst();
		}

	}

	/**
	 * One signature: of a person expected, or of a guest.
	 *
	 * @param organisation of a guest
	 */
	public record Own(UUID halfDayId, @Nullable UUID personId, @Nullable UUID guestId, String name, String organisation,
			Instant at) {
	}

}
