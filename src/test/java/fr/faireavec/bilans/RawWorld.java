package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts rows straight into the tables: a small parcours to count on. */
@NullUnmarked
class RawWorld {

	final JdbcClient jdbc;

	final UUID framework = UUID.randomUUID();

	final UUID parcours;

	final List<UUID> levels;

	private int serial;

	RawWorld(JdbcClient jdbc) {
		this(jdbc, UUID.randomUUID());
	}

	/** Within a parcours that may be there already. */
	RawWorld(JdbcClient jdbc, UUID parcours) {
		this.jdbc = jdbc;
		this.parcours = parcours;
		this.levels = jdbc.sql("SELECT id FROM taxonomy_entry WHERE taxonomy = 'LEVEL' ORDER BY rank")
			.query(UUID.class)
			.list();
	}

	RawWorld parcours(String status, int meetingCount, boolean scale, boolean asksPeople) {
		insert("framework", "id", this.framework, "asks_people", asksPeople);
		if (scale) {
			for (int i = 0; i < this.levels.size(); i++) {
				insert("framework_entry", "framework_id", this.framework, "entry_id", this.levels.get(i), "position",
						i);
			}
		}
		UUID template = this.jdbc.sql("SELECT id FROM parcours_template ORDER BY code LIMIT 1")
			.query(UUID.class)
			.single();
		insert("parcours", "id", this.parcours, "version", 0, "slug", "monde-" + this.parcours, "name", "Petit monde",
				"template_id", template, "programme", "Implication des usagers", "framework_id", this.framework,
				"starts_on", LocalDate.of(2025, 1, 1), "ends_on", LocalDate.of(2025, 12, 31), "capacity_min", 8,
				"capacity_max", 10, "meeting_count", meetingCount, "status", status, "created_at",
				LocalDateTime.of(2024, 12, 1, 9, 0), "started_at",
				"DRAFT".equals(status) ? null : LocalDateTime.of(2025, 1, 1, 9, 0), "closed_at",
				List.of("CLOSED", "ARCHIVED").contains(status) ? LocalDateTime.of(2025, 12, 31, 18, 0) : null,
				"archived_at", "ARCHIVED".equals(status) ? LocalDateTime.of(2026, 6, 30, 18, 0) : null);
		return this;
	}

	UUID person() {
		UUID id = UUID.randomUUID();
		insert("person", "id", id, "version", 0, "given_name", "Canari", "family_name", "Secret" + next(), "created_at",
				LocalDateTime.of(2024, 12, 1, 9, 0));
		return id;
	}

	UUID enrolment(String state, LocalDate from, @Nullable LocalDate withdrawn, String departement, String legalForm,
			@Nullable String sector, @Nullable Integer distinct) {
		UUID structure = UUID.randomUUID();
		String name = "Structure " + next();
		insert("structure", "id", structure, "version", 0, "slug", "s-" + structure, "name", name, "legal_form",
				"ASSOCIATION");
		UUID id = UUID.randomUUID();
		insert("enrolment", "id", id, "version", 0, "parcours_id", this.parcours, "structure_id", structure, "state",
				state, "active_from", from, "withdrawn_on", withdrawn, "withdrawal_reason",
				(withdrawn != null) ? "raison gardée pour l’animation" : null, "departement_then", departement,
				"legal_form_then", legalForm, "sector_then", sector, "distinct_service_users", distinct);
		return id;
	}

	/** It was away from that day until it came back. */
	void away(UUID enrolment, LocalDate left, LocalDate back) {
		this.jdbc.sql("UPDATE enrolment SET away = away + datemultirange(daterange(:left, :back)) WHERE id = :id")
			.param("left", left)
			.param("back", back)
			.param("id", enrolment)
			.update();
	}

	/** An association of the Nord, in the parcours all along. */
	UUID enrolment() {
		return enrolment("ACTIVE", LocalDate.of(2025, 1, 1), null, "59", "ASSOCIATION", "Culture", null);
	}

	UUID mandate(UUID enrolment, String role, LocalDate from, @Nullable LocalDate to) {
		return mandate(enrolment, person(), role, from, to);
	}

	UUID mandate(UUID enrolment, UUID person, String role, LocalDate from, @Nullable LocalDate to) {
		insert("mandate", "id", UUID.randomUUID(), "version", 0, "enrolment_id", enrolment, "person_id", person, "role",
				role, "state", (to != null) ? "REPLACED" : "ACTIVE", "starts_on", from, "ends_on", to);
		return person;
	}

	void aim(UUID enrolment, UUID level) {
		insert("enrolment_aimed_level", "enrolment_id", enrolment, "entry_id", level);
	}

	UUID session(int rank, String state, @Nullable LocalDateTime start, @Nullable LocalDateTime end) {
		UUID id = UUID.randomUUID();
		insert("collective_session", "id", id, "version", 0, "parcours_id", this.parcours, "rank", rank, "title",
				"Jour " + rank, "duration_minutes", 360, "state", state, "starts_at", start, "ends_at", end, "mode",
				(start != null) ? "PRESENTIEL" : null, "held_at",
				"HELD".equals(state) ? LocalDateTime.of(2025, 12, 1, 18, 0) : null, "cancelled_at",
				"CANCELLED".equals(state) ? LocalDateTime.of(2025, 1, 2, 9, 0) : null, "cancel_reason",
				"CANCELLED".equals(state) ? "neige" : null);
		return id;
	}

	UUID halfDay(UUID session, int ordinal, LocalDateTime start, LocalDateTime end) {
		UUID id = UUID.randomUUID();
		insert("half_day", "id", id, "version", 0, "session_id", session, "ordinal", ordinal, "starts_at", start,
				"ends_at", end);
		return id;
	}

	/** A held day from 9:30 to 12:30; its one half-day. */
	UUID heldMorning(int rank, LocalDate day) {
		UUID session = session(rank, "HELD", day.atTime(9, 30), day.atTime(12, 30));
		return halfDay(session, 1, day.atTime(9, 30), day.atTime(12, 30));
	}

	/** Holds a day the parcours already has, from 9:30 to 12:30; its one half-day. */
	UUID holdMorning(int rank, LocalDate day) {
		UUID session = this.jdbc.sql(
				"UPDATE collective_session SET state = 'HELD', starts_at = :start, ends_at = :end, mode = 'PRESENTIEL', "
						+ "held_at = :held WHERE parcours_id = :parcours AND rank = :rank RETURNING id")
			.param("start", day.atTime(9, 30))
			.param("end", day.atTime(12, 30))
			.param("held", day.atTime(18, 0))
			.param("parcours", this.parcours)
			.param("rank", rank)
			.query(UUID.class)
			.single();
		return halfDay(session, 1, day.atTime(9, 30), day.atTime(12, 30));
	}

	UUID sessionOf(UUID halfDay) {
		return this.jdbc.sql("SELECT session_id FROM half_day WHERE id = :id")
			.param("id", halfDay)
			.query(UUID.class)
			.single();
	}

	/** One line, which counts for each of these structures. */
	void attendance(UUID halfDay, UUID person, List<UUID> enrolments, String status) {
		UUID id = UUID.randomUUID();
		insert("attendance", "id", id, "version", 0, "half_day_id", halfDay, "person_id", person, "person_name",
				"Canari Secret", "status", status, "how", "PAPER", "recorded_at", LocalDateTime.of(2025, 3, 1, 9, 0),
				"recorded_by", person);
		for (UUID enrolment : enrolments) {
			insert("attendance_enrolment", "attendance_id", id, "enrolment_id", enrolment);
		}
	}

	/** Hours may be null; all three only of somebody PRESENT. */
	void stay(UUID halfDay, UUID person, @Nullable LocalTime came, @Nullable LocalTime left, boolean remote) {
		this.jdbc.sql("""
				UPDATE attendance SET came_at = CAST(:came AS time), left_at = CAST(:left AS time), remote = :remote
				WHERE half_day_id = :half AND person_id = :person AND status = 'PRESENT'""")
			.param("came", (came != null) ? came.toString() : null)
			.param("left", (left != null) ? left.toString() : null)
			.param("remote", remote)
			.param("half", halfDay)
			.param("person", person)
			.update();
	}

	void attendance(UUID halfDay, UUID person, UUID enrolment, String status) {
		attendance(halfDay, person, List.of(enrolment), status);
	}

	void seal(UUID halfDay, UUID by) {
		insert("register_seal", "half_day_id", halfDay, "version", 0, "countersigned_by", by, "countersigned_at",
				LocalDateTime.of(2025, 3, 1, 18, 0));
	}

	void guest(UUID session, String name, @Nullable UUID represents) {
		insert("session_guest", "id", UUID.randomUUID(), "version", 0, "session_id", session, "name", name,
				"organisation", "Canari & Cie", "represents_enrolment_id", represents);
	}

	void meeting(UUID enrolment, int rank, boolean extra, String state, @Nullable LocalDateTime start, boolean noShow) {
		insert("individual_meeting", "id", UUID.randomUUID(), "version", 0, "enrolment_id", enrolment, "rank", rank,
				"extra", extra, "after_session_rank", extra ? null : rank, "state", state, "facilitator_id",
				(start != null) ? person() : null, "starts_at", start, "ends_at",
				(start != null) ? start.plusHours(1) : null, "mode", (start != null) ? "PRESENTIEL" : null, "no_show",
				noShow, "held_at", "HELD".equals(state) ? LocalDateTime.of(2025, 12, 1, 18, 0) : null, "shared_notes",
				"Canari partagé", "internal_notes", "Canari interne", "cancelled_at",
				"CANCELLED".equals(state) ? LocalDateTime.of(2025, 1, 2, 9, 0) : null, "cancel_reason",
				"CANCELLED".equals(state) ? "neige" : null);
	}

	UUID action(UUID enrolment, String state, Map<String, Object> more) {
		UUID id = UUID.randomUUID();
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		row.put("id", id);
		row.put("version", 0);
		row.put("enrolment_id", enrolment);
		row.put("title", "Action " + next());
		row.put("state", state);
		row.put("learning", ("DONE".equals(state) || "ABANDONED".equals(state)) ? "Ce que nous avons appris" : "");
		row.put("written_by", person());
		row.put("logged_at", LocalDateTime.of(2025, 2, 1, 9, 0));
		row.put("awaits_pilot", false);
		row.putAll(more);
		insert("logged_action", row);
		return id;
	}

	void convention(String funder, String number, @Nullable Integer structures, @Nullable Integer actions) {
		convention(funder, number, structures, actions, "");
	}

	/** With a funder of some départements, by their codes: « 59, 62 ». */
	void convention(String funder, String number, @Nullable Integer structures, @Nullable Integer actions,
			String departements) {
		UUID id = UUID.randomUUID();
		insert("funder", "id", id, "version", 0, "slug", "f-" + id, "name", funder + " " + id, "kind", "REGION",
				"mention", "Avec le soutien de " + funder, "departements", departements);
		insert("convention", "id", UUID.randomUUID(), "version", 0, "parcours_id", this.parcours, "funder_id", id,
				"number", number, "starts_on", LocalDate.of(2025, 1, 1), "ends_on", LocalDate.of(2025, 12, 31),
				"target_structures", structures, "target_actions", actions);
	}

	private int next() {
		this.serial++;
		return this.serial;
	}

	static BigDecimal hours(String text) {
		return new BigDecimal(text);
	}

	private void insert(String table, @Nullable Object... pairs) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		for (int i = 0; i < pairs.length; i += 2) {
			row.put(String.valueOf(pairs[i]), pairs[i + 1]);
		}
		insert(table, row);
	}

	private void insert(String table, Map<String, @Nullable Object> row) {
		Map<String, @Nullable Object> told = new LinkedHashMap<>(row);
		told.values().removeIf((value) -> value == null);
		this.jdbc
			.sql("INSERT INTO " + table + " (" + String.join(", ", told.keySet()) + ") VALUES ("
					+ told.keySet().stream().map((name) -> ":" + name).collect(Collectors.joining(", ")) + ")")
			.params(told)
			.update();
	}

}
