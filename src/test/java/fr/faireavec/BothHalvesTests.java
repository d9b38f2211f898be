package fr.faireavec;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import fr.faireavec.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is said in two halves, and what belongs to one parcours: PostgreSQL refuses the
 * rest by name, whoever writes it, and what an older database held of it was corrected.
 */
class BothHalvesTests {

	private static final String BEFORE = "0036";

	/** A small world, of which each name after a colon is the id. */
	private static final List<String> WORLD = List.of(
			"INSERT INTO person (id, version, given_name, family_name, email, email_proved_at, created_at) VALUES "
					+ "(:person, 0, 'Canari', 'Jaune', :'mail', '2026-01-02', '2026-01-01'), "
					+ "(:gone, 0, 'Personne', 'effacée', NULL, NULL, '2026-01-01')",
			"UPDATE person SET erased_at = '2026-02-01' WHERE id = :gone",
			"INSERT INTO framework (id, asks_people) VALUES (:framework, true), (:framework2, true)",
			"INSERT INTO parcours (id, version, slug, name, template_id, programme, framework_id, starts_on, ends_on, "
					+ "capacity_min, capacity_max, meeting_count, status, created_at, started_at) "
					+ "SELECT p.id, 0, p.id::text, p.name, (SELECT id FROM parcours_template ORDER BY code LIMIT 1), 'Essai', "
					+ "p.framework, '2026-01-01', '2026-12-31', 1, 10, 2, 'RUNNING', '2026-01-01 09:00Z', '2026-01-05 09:00Z' "
					+ "FROM (VALUES (:parcours, 'Le nôtre', :framework), (:elsewhere, 'Le leur', :framework2)) p (id, name, framework)",
			"INSERT INTO parcours_meeting_plan VALUES (:parcours, 1, 2, 'Le déjà-là')",
			"INSERT INTO structure (id, version, slug, name, legal_form) VALUES (:structure, 0, :'structure', 'Recyclerie', "
					+ "'ASSOCIATION'), (:stranger, 0, :'stranger', 'Cantine', 'ASSOCIATION')",
			"INSERT INTO enrolment (id, version, parcours_id, structure_id, state, active_from, withdrawn_on, "
					+ "withdrawal_reason, legal_form_then) VALUES "
					+ "(:enrolment, 0, :parcours, :structure, 'ACTIVE', '2026-01-01', NULL, NULL, 'ASSOCIATION'), "
					+ "(:enrolmentElsewhere, 0, :elsewhere, :structure, 'ACTIVE', '2026-01-01', NULL, NULL, 'ASSOCIATION'), "
					+ "(:strangerElsewhere, 0, :elsewhere, :stranger, 'WITHDRAWN', '2026-01-01', '2026-03-01', 'Fermeture', 'ASSOCIATION')",
			"INSERT INTO mandate (id, version, enrolment_id, person_id, role, state, starts_on, signatory, signed_on) VALUES "
					+ "(:mandate, 0, :enrolment, :person, 'PILOT', 'ACTIVE', '2026-01-06', 'La présidente', '2026-01-07')",
			"INSERT INTO collective_session (id, version, parcours_id, rank, title, duration_minutes, state, starts_at, "
					+ "ends_at, mode, cancelled_at, cancel_reason) VALUES "
					+ "(:day, 0, :parcours, 1, 'Un', 360, 'SCHEDULED', '2026-10-01 09:00', '2026-10-01 16:00', 'PRESENTIEL', NULL, NULL), "
					+ "(:cancelledDay, 0, :parcours, 2, 'Deux', 360, 'CANCELLED', '2026-10-02 09:00', '2026-10-02 16:00', "
					+ "  'PRESENTIEL', '2026-09-01', 'Neige'), "
					+ "(:dayToPlan, 0, :parcours, 3, 'Trois', 360, 'TO_PLAN', NULL, NULL, NULL, NULL, NULL), "
					+ "(:dayElsewhere, 0, :elsewhere, 2, 'Deux', 360, 'TO_PLAN', NULL, NULL, NULL, NULL, NULL), "
					+ "(:lastElsewhere, 0, :elsewhere, 9, 'Neuf', 360, 'TO_PLAN', NULL, NULL, NULL, NULL, NULL)",
			"INSERT INTO individual_meeting (id, version, enrolment_id, rank, extra, after_session_rank, state, "
					+ "facilitator_id, starts_at, ends_at, mode, cancelled_at, cancel_reason) VALUES "
					+ "(:meeting, 0, :enrolment, 1, false, 2, 'SCHEDULED', :person, '2026-10-05 09:00', '2026-10-05 11:00', "
					+ "  'PRESENTIEL', NULL, NULL), "
					+ "(:cancelledMeeting, 0, :enrolment, 2, true, NULL, 'CANCELLED', :person, '2026-10-06 09:00', "
					+ "  '2026-10-06 11:00', 'PRESENTIEL', '2026-09-01', 'Grève')",
			"INSERT INTO session_guest (id, version, session_id, name, organisation, represents_enrolment_id) VALUES "
					+ "(:guest, 0, :day, 'Une voisine', '', :enrolment)",
			"INSERT INTO logged_action (id, version, enrolment_id, title, state, volunteer_hours, contributed_hours, "
					+ "starts_on, learning, written_by, logged_at, awaits_pilot, confirmed_by, confirmed_at, valued_rate, "
					+ "valued_amount, tied_session_id) VALUES (:action, 0, :enrolment, 'Un café', 'DONE', 4, 8, '2026-05-01', "
					+ "'Beaucoup', :person, '2026-05-01', false, :person, '2026-05-02', 12.02, 48.08, :day)",
			"INSERT INTO address_change (id, person_id, old_address, new_address, old_token_hash, new_token_hash, asked_at, "
					+ "expires_at, old_confirmed_at, new_confirmed_at, done_at) VALUES (:change, :person, 'a@demo.example', "
					+ "'b@demo.example', md5(:'o') || md5(:'o'), md5(:'n') || md5(:'n'), '2026-01-01', '2026-01-02', "
					+ "'2026-01-01 10:00Z', '2026-01-01 11:00Z', '2026-01-01 11:00Z')",
			"INSERT INTO erasure_request (id, version, person_id, asked_at, asked_by, due_on, state, settled_at, settled_by, "
					+ "reason) VALUES (:request, 0, :person, '2026-01-01', :person, '2026-02-01', 'REFUSED', '2026-01-09', "
					+ ":person, 'Il reste un mandat'), (:asked, 0, :person, '2026-03-01', :person, '2026-04-01', 'ASKED', NULL, NULL, NULL)");

	private static TestDatabase now;

	private static TestDatabase older;

	/**
	 * @param constraint what refuses it
	 * @param sql what breaks it
	 * @param question of the same row of an older database, once it is migrated; null
	 * when it was refused already
	 * @param answer what is kept there
	 */
	record Broken(String constraint, String sql, @Nullable String question, @Nullable String answer) {

		@Override
		public String toString() {
			return this.constraint + ": " + this.sql;
		}

	}

	@BeforeAll
	static void prepare() {
		now = TestDatabase.migrated();
		now.execute(of("now", String.join("; ", WORLD)));
		older = TestDatabase.empty();
		migrate(BEFORE);
		List<Broken> corrected = corrected().toList();
		for (int i = 0; i < corrected.size(); i++) {
			String world = "world" + i;
			older.execute(of(world, String.join("; ", WORLD) + "; " + corrected.get(i).sql()));
		}
		migrate("latest");
	}

	@ParameterizedTest
	@MethodSource("broken")
	void isRefusedByName(Broken row) {
		assertThat(refusal(row.sql())).as(row.sql()).isEqualTo(row.constraint());
	}

	@ParameterizedTest
	@MethodSource("corrected")
	void whatAnOlderDatabaseHeldIsCorrected(Broken row) throws SQLException {
		String world = "world" + corrected().toList().indexOf(row);
		assertThat(asked(of(world, String.valueOf(row.question())))).isEqualTo(row.answer());
	}

	/** All but the rows that were broken: nothing else was touched. */
	@Test
	void whatWasWholeIsAsItWas() throws SQLException {
		assertThat(asked("SELECT max(version) FROM collective_session WHERE title = 'Neuf'")).isEqualTo("0");
		assertThat(asked("SELECT count(*) FROM (SELECT version FROM person UNION ALL SELECT version FROM parcours "
				+ "UNION ALL SELECT version FROM enrolment UNION ALL SELECT version FROM mandate "
				+ "UNION ALL SELECT version FROM collective_session UNION ALL SELECT version FROM individual_meeting "
				+ "UNION ALL SELECT version FROM session_guest UNION ALL SELECT version FROM logged_action "
				+ "UNION ALL SELECT version FROM erasure_request) v WHERE version > 0"))
			.as("one row a world, but for changes of address, which have no version")
			.isEqualTo(
					Long.toString(corrected().filter((row) -> !row.constraint().startsWith("address_change")).count()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "bilan", "bilan_redaction", "audit_row" })
	void whatNeverChangesIsNotEmptied(String table) {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> now.execute("TRUNCATE " + table + " CASCADE"))
			.withStackTraceContaining(table + " rows never change");
	}

	static Stream<Broken> corrected() {
		return broken().filter((row) -> row.question() != null);
	}

	static Stream<Broken> broken() {
		String hours = "to_char(starts_at, 'DD HH24:MI') || to_char(ends_at, '–DD HH24:MI')";
		String cancelled = "coalesce(cancelled_at::date::text, '') || ' ' || coalesce(cancel_reason, '')";
		String ended = "concat_ws(' ', started_at::date, closed_at::date, archived_at::date, closing_reason)";
		String confirmed = "concat_ws(' ', awaits_pilot, confirmed_by = written_by, confirmed_at::date)";
		String valued = "valued_rate || ' ' || valued_amount";
		return Stream.of(
				of("collective_session_both_hours", "collective_session", "ends_at = NULL", "cancelledDay", hours,
						"02 09:00–02 15:00"),
				of("collective_session_both_hours", "collective_session", "starts_at = NULL", "cancelledDay", hours,
						"02 10:00–02 16:00"),
				of("collective_session_both_hours", "collective_session", "starts_at = '2026-10-03 23:59'", "dayToPlan",
						hours, "03 23:58–03 23:59"),
				of("collective_session_both_hours", "collective_session", "ends_at = '2026-10-03 00:00'", "dayToPlan",
						hours, "03 00:00–03 00:01"),
				of("individual_meeting_both_hours", "individual_meeting", "ends_at = NULL", "meeting", hours,
						"05 09:00–05 10:00"),
				of("individual_meeting_both_hours", "individual_meeting", "starts_at = NULL", "cancelledMeeting", hours,
						"06 10:00–06 11:00"),
				of("collective_session_cancelled_then", "collective_session", "cancelled_at = '2026-09-01'", "day",
						cancelled, " "),
				of("collective_session_cancelled_for", "collective_session", "cancel_reason = 'Neige'", "day",
						cancelled, " "),
				refused("collective_session_cancelled_then", "collective_session", "cancelled_at = NULL",
						"cancelledDay"),
				refused("collective_session_cancelled_for", "collective_session", "cancel_reason = NULL",
						"cancelledDay"),
				of("collective_session_reason_said", "collective_session", "cancel_reason = ' '", "cancelledDay",
						cancelled, "2026-09-01 Motif non noté"),
				of("individual_meeting_cancelled_then", "individual_meeting", "cancelled_at = '2026-09-01'", "meeting",
						cancelled, " "),
				of("individual_meeting_cancelled_for", "individual_meeting", "cancel_reason = 'Grève'", "meeting",
						cancelled, " "),
				new Broken("individual_meeting_cancelled_then",
						told("meeting.cancelled", "cancelledMeeting", "2026-09-03", "{\"reason\": [null, \"Grippe\"]}")
								+ set("individual_meeting", "cancelled_at = NULL", "cancelledMeeting"),
						get("individual_meeting", cancelled, "cancelledMeeting"), "2026-09-03 Grève"),
				of("individual_meeting_cancelled_then", "individual_meeting", "cancelled_at = NULL", "cancelledMeeting",
						cancelled, "2026-01-01 Grève"),
				new Broken("individual_meeting_cancelled_for",
						told("meeting.cancelled", "cancelledMeeting", "2026-09-03", "{\"reason\": [null, \"Grippe\"]}")
								+ set("individual_meeting", "cancel_reason = NULL", "cancelledMeeting"),
						get("individual_meeting", cancelled, "cancelledMeeting"), "2026-09-01 Grippe"),
				of("individual_meeting_cancelled_for", "individual_meeting", "cancel_reason = NULL", "cancelledMeeting",
						cancelled, "2026-09-01 Motif non noté"),
				of("individual_meeting_reason_said", "individual_meeting", "cancel_reason = ''", "cancelledMeeting",
						cancelled, "2026-09-01 Motif non noté"),
				of("individual_meeting_follows_a_day", "individual_meeting", "after_session_rank = NULL", "meeting",
						"after_session_rank", "2"),
				of("individual_meeting_follows_a_day", "individual_meeting", "after_session_rank = 3",
						"cancelledMeeting", "coalesce(after_session_rank::text, 'none')", "none"),
				of("parcours_started_then", "parcours", "started_at = NULL", "parcours", ended, "2026-01-01"),
				of("parcours_closed_then", "parcours", "status = 'CLOSED'", "parcours", ended, "2026-01-05 2026-01-05"),
				of("parcours_closed_then", "parcours", "closed_at = '2026-06-01'", "parcours", ended, "2026-01-05"),
				of("parcours_archived_then", "parcours", "status = 'ARCHIVED', closed_at = '2026-06-01'", "parcours",
						ended, "2026-01-05 2026-06-01 2026-06-01"),
				of("parcours_archived_then", "parcours", "archived_at = '2026-06-01'", "parcours", ended, "2026-01-05"),
				new Broken("parcours_cancelled_for",
						told("parcours.cancelled", "parcours", "2026-06-02", "{\"reason\": [null, \"Sans financeur\"]}")
								+ set("parcours", "status = 'CANCELLED', closed_at = '2026-06-01'", "parcours"),
						get("parcours", ended, "parcours"), "2026-01-05 2026-06-01 Sans financeur"),
				of("parcours_closed_for", "parcours", "closing_reason = 'Une idée'", "parcours", ended, "2026-01-05"),
				of("parcours_reason_said", "parcours",
						"status = 'CLOSED', closed_at = '2026-06-01', closing_reason = ''", "parcours", ended,
						"2026-01-05 2026-06-01"),
				of("enrolment_reason_said", "enrolment", "withdrawal_reason = ''", "strangerElsewhere",
						"withdrawal_reason", "Motif non noté"),
				of("mandate_active_without_end", "mandate", "ends_on = '2026-06-01'", "mandate",
						"state || ' ' || ends_on", "ENDED 2026-06-01"),
				of("mandate_signed_by_somebody", "mandate", "signatory = NULL", "mandate",
						"signatory || ' ' || signed_on", "Sans nom 2026-01-07"),
				of("mandate_signed_by_somebody", "mandate", "signed_on = NULL", "mandate",
						"signatory || ' ' || signed_on", "La présidente 2026-01-06"),
				of("mandate_signed_by_somebody", "mandate", "signatory = ' '", "mandate",
						"signatory || ' ' || signed_on", "Sans nom 2026-01-07"),
				of("logged_action_confirmed_by_somebody", "logged_action", "confirmed_by = NULL", "action", confirmed,
						"f"),
				of("logged_action_confirmed_by_somebody", "logged_action", "confirmed_at = NULL", "action", confirmed,
						"f"),
				of("logged_action_confirmed_by_somebody", "logged_action", "confirmed_by = NULL, awaits_pilot = true",
						"action", confirmed, "t"),
				new Broken("logged_action_confirmed_by_somebody",
						told("action.confirmed", "action", "2026-05-03", "{}")
								+ set("logged_action", "confirmed_by = NULL", "action"),
						get("logged_action", confirmed, "action"), "f t 2026-05-02"),
				new Broken("logged_action_confirmed_by_somebody",
						told("action.confirmed", "action", "2026-05-03", "{}")
								+ set("logged_action", "confirmed_at = NULL", "action"),
						get("logged_action", confirmed, "action"), "f t 2026-05-03"),
				of("logged_action_confirmed_or_awaited", "logged_action", "awaits_pilot = true", "action", confirmed,
						"f t 2026-05-02"),
				of("logged_action_valued_at_a_rate", "logged_action", "valued_amount = NULL", "action", valued,
						"12.02 48.08"),
				of("logged_action_valued_at_a_rate", "logged_action", "valued_rate = NULL", "action", valued,
						"12.02 48.08"),
				of("logged_action_valued_at_a_rate", "logged_action", "valued_rate = NULL, volunteer_hours = 0",
						"action", "coalesce(" + valued + ", 'none')", "none"),
				of("person_proved_an_address", "person", "email = NULL", "person",
						"coalesce(email, email_proved_at::text, 'none')", "none"),
				of("person_erased_without_address", "person", "email = 'encore@demo.example' || id", "gone",
						"coalesce(email, 'none')", "none"),
				of("address_change_both_said_yes", "address_change", "new_confirmed_at = NULL", "change",
						"new_confirmed_at = done_at", "t"),
				of("address_change_done_or_ended", "address_change",
						"ended_at = '2026-01-02', ended_because = 'CLOSED'", "change",
						"coalesce(ended_because, ended_at::text, 'none')", "none"),
				of("erasure_request_settled_then", "erasure_request", "settled_by = person_id", "asked",
						"coalesce(settled_by::text, 'none')", "none"),
				of("erasure_request_reason_said", "erasure_request", "reason = ''", "request", "reason",
						"Motif non noté"),
				of("logged_action_parcours", "logged_action", "tied_session_id = :dayElsewhere", "action",
						"tied_session_id = :cancelledDay", "t"),
				of("logged_action_parcours", "logged_action", "tied_session_id = :lastElsewhere", "action",
						"coalesce(tied_session_id::text, 'none')", "none"),
				of("session_guest_parcours", "session_guest", "represents_enrolment_id = :enrolmentElsewhere", "guest",
						"(represents_enrolment_id = :enrolment) || organisation", "true"),
				of("session_guest_parcours", "session_guest", "represents_enrolment_id = :strangerElsewhere", "guest",
						"coalesce(represents_enrolment_id::text, organisation)", "Cantine"),
				refused("logged_action_parcours", "logged_action", "enrolment_id = :enrolmentElsewhere", "action"),
				refused("session_guest_parcours", "session_guest", "session_id = :dayElsewhere", "guest"),
				refused("enrolment_stays", "enrolment", "parcours_id = :elsewhere, structure_id = :gone", "enrolment"),
				refused("collective_session_stays", "collective_session", "parcours_id = :elsewhere", "day"));
	}

	private static Broken of(String constraint, String table, String change, String row, String question,
			String answer) {
		return new Broken(constraint, set(table, change, row), get(table, question, row), answer);
	}

	/** Without old rows to correct: others of its kind show that, or it was refused. */
	private static Broken refused(String constraint, String table, String change, String row) {
		return new Broken(constraint, set(table, change, row), null, null);
	}

	private static String set(String table, String change, String row) {
		return "UPDATE " + table + " SET " + change + " WHERE id = :" + row;
	}

	private static String get(String table, String question, String row) {
		return "SELECT " + question + " FROM " + table + " WHERE id = :" + row;
	}

	private static String told(String what, String subject, String day, String changes) {
		return "INSERT INTO audit_row (id, happened_at, actor_id, what, subject_id, label, changes) VALUES "
				+ "(gen_random_uuid(), '" + day + "', :person, '" + what + "', :" + subject + ", 'Essai', '" + changes
				+ "'); ";
	}

	/** The same in a world of its own: each name has another id in each. */
	private static String of(String world, String sql) {
		return sql.replaceAll("(?<!:):'(\\w+)'", "'$1" + world + "'")
			.replaceAll("(?<![:\\w]):([a-zA-Z]\\w*)", "md5('$1" + world + "')::uuid");
	}

	private static void migrate(String version) {
		Flyway.configure()
			.dataSource(older.url(), older.user(), older.password())
			.locations("classpath:db/migration")
			.target(version)
			.load()
			.migrate();
	}

	private static @Nullable String refusal(String sql) {
		try (Connection connection = now.connect(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute(of("now", sql));
			return null;
		}
		catch (PSQLException ex) {
			var said = ex.getServerErrorMessage();
			return (said != null) ? said.getConstraint() : ex.getMessage();
		}
		catch (SQLException ex) {
			return ex.getMessage();
		}
	}

	private static @Nullable String asked(String sql) throws SQLException {
		try (Connection connection = older.connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			assertThat(row.next()).as(sql).isTrue();
			return row.getString(1);
		}
	}

}
