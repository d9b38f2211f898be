package fr.faireavec.admin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.SheetHolder;
import fr.faireavec.signin.Inviting;
import fr.faireavec.testing.DemoTest;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When two sheets are reunited nothing is left behind: the schema itself is asked for
 * every column that points to a person or an account, those of tables to come as well.
 */
@DemoTest
@Transactional
class SheetColumnsTests {

	private static final String POINTING = """
			SELECT t.relname || '.' || a.attname FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
			  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (k.conkey)
			WHERE k.contype = 'f' AND k.confrelid IN ('person'::regclass, 'account'::regclass)
			  AND t.relnamespace = current_schema()::regnamespace""";

	/** Ids that no foreign key holds, which therefore nothing above finds. */
	private static final String LOOSE = """
			SELECT t.relname || '.' || a.attname FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0
			WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace AND a.atttypid = 'uuid'::regtype
			  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = t.oid AND a.attnum = ANY (k.conkey)
			    AND k.contype IN ('p', 'f'))""";

	private static final Map<String, String> WHY_LOOSE = Map.ofEntries(
			Map.entry("audit_row.subject_id", "the audit never changes: read by both sheets"),
			Map.entry("audit_row.parcours_id", "a parcours"), Map.entry("calendar_told.letter_id", "a letter"),
			Map.entry("letter_choice.subject_id", "a day, a meeting, a structure"),
			Map.entry("import_draft.id", "its own"), Map.entry("logged_action.library_id", "its own"),
			Map.entry("letter.subject_id", "what it is about: a letter about an account that went says so itself"),
			Map.entry("letter_asked.subject_id", "for some seconds, and settled by address"),
			Map.entry("pass.subject_id", "what it is about: the passes of the sheet that goes end"),
			Map.entry("narrative_section.page", "the page it was last typed on"),
			Map.entry("pass.guest_id", "who has no sheet here"),
			Map.entry("sent_form.made_id", "a form that comes back leads where it led"),
			Map.entry("letter.guest_id", "what the letters to one address have in common"),
			Map.entry("calendar_told.guest_id", "what the letters to one address have in common"));

	/**
	 * What the demo has none of: a row that says the sheet that goes, by :sheet and
	 * :account.
	 */
	private static final Map<String, String> ROWS = Map.ofEntries(Map.entry("import_draft",
			"(person_id, id, parcours_id, content, kept_at) SELECT :sheet, :id, id, 'x', now() FROM parcours LIMIT 1"),
			Map.entry("action_draft",
					"(id, version, person_id, parcours_id, title, description, learning, rest, kept_at) "
							+ "SELECT :id, 0, :sheet, id, 'x', '', '', '', now() FROM parcours LIMIT 1"),
			Map.entry("action_comment",
					"(id, version, action_id, author_id, words, written_at) SELECT :id, 0, id, :sheet, 'x', now() FROM logged_action LIMIT 1"),
			Map.entry("comment_reading",
					"(person_id, action_id, read_at) SELECT :sheet, id, now() FROM logged_action LIMIT 1"),
			Map.entry("journal_visit",
					"(person_id, parcours_id, last_at) SELECT :sheet, id, now() FROM parcours LIMIT 1"),
			Map.entry("comment_digest", "(person_id, told_at) SELECT :sheet, now()"),
			Map.entry("action_note",
					"(id, version, words, written_by, written_at) SELECT id, 0, 'x', :sheet, now() FROM logged_action LIMIT 1"),
			Map.entry("erasure_request",
					"(id, version, person_id, asked_at, asked_by, due_on, state, settled_at, settled_by) "
							+ "SELECT :id, 0, :sheet, now(), :sheet, current_date, 'WITHDRAWN', now(), :sheet"),
			Map.entry("idle_warning", "(person_id, warned_at) SELECT :sheet, now()"),
			Map.entry("evidence_hold",
					"(id, parcours_id, label, until, held_by, held_at) SELECT :id, id, 'x', current_date, :sheet, now() FROM parcours LIMIT 1"),
			Map.entry("weekly_choice", "(person_id, chosen_at) SELECT :sheet, now()"),
			Map.entry("notification_refusal", "(person_id, kind, refused_at) SELECT :sheet, 'x', now()"),
			Map.entry("standing_constraint", "(person_id, never, said_at) SELECT :sheet, 'MONDAY_MORNING', now()"),
			Map.entry("address_change",
					"(id, person_id, old_address, new_address, old_token_hash, new_token_hash, asked_at, expires_at, done_at, old_confirmed_at, new_confirmed_at) "
							+ "SELECT :id, :sheet, 'a@a.example', 'b@a.example', 'a', 'b', now(), now() + interval '1 hour', now(), now(), now()"),
			Map.entry("invitation", "(id, account_id, invited_by, token_hash, issued_at, expires_at, handed) "
					+ "SELECT :id, :account, NULL::uuid, 'x', now(), now() + interval '1 hour', true UNION ALL "
					+ "SELECT gen_random_uuid(), (SELECT id FROM account WHERE id <> :account ORDER BY id LIMIT 1), :sheet, 'y', now(), "
					+ "now() + interval '1 hour', true"),
			Map.entry("calendar_told",
					"(entry_id, person_id, sequence, gone, starts_at, ends_at, place_mark, with_file, news, letter_id, told_at) "
							+ "SELECT id, :sheet, 0, false, starts_at, ends_at, place_mark, true, 'CONVENED', id, now() FROM calendar_entry LIMIT 1"),
			Map.entry("pass",
					"(id, purpose, holder_id, subject_id, token_hash, token, issued_at) SELECT :id, 'x.y', :sheet, :sheet, 'x', 'x', now()"),
			Map.entry("reply",
					"(id, version, session_id, person_id, day, answer, replacement_name, replacement_organisation, meals, access, how, "
							+ "said_by, said_at) SELECT :id, 0, id, :sheet, current_date, 'COMING', '', '', '', '', 'SIGNED_IN', :sheet, "
							+ "now() FROM collective_session LIMIT 1"),
			Map.entry("date_poll",
					"(id, version, parcours_id, closes_on, fewest_weeks, most_weeks, message, decides_itself, opened_by, opened_at, "
							+ "closed_at, abandoned_at) SELECT :id, 0, id, current_date, 3, 7, '', false, :sheet, now(), now(), now() "
							+ "FROM parcours LIMIT 1"),
			Map.entry("poll_reply",
					"(id, version, poll_id, person_id, comment, said_by, said_at) SELECT :id, 0, id, :sheet, '', :sheet, now() "
							+ "FROM date_poll LIMIT 1"),
			Map.entry("sign_in_request",
					"(id, account_id, address_hash, token_hash, code_hash, asked_at, expires_at) "
							+ "SELECT :id, :account, 'x', 'x', 'x', now(), now() + interval '1 hour'"),
			Map.entry("password_reset",
					"(id, account_id, token_hash, asked_at, expires_at) SELECT :id, :account, 'x', now(), now() + interval '1 hour'"),
			Map.entry("known_browser",
					"(token_hash, account_id, first_at, last_at) SELECT 'x', :account, now(), now()"),
			Map.entry("passkey",
					"(id, version, account_id, credential_id, public_key, signature_count, transports, backup_eligible, "
							+ "backup_state, attestation, attestation_client, name, added_at) "
							+ "SELECT :id, 0, :account, 'x', 'x', 0, '', false, false, 'x', 'x', 'x', now()"),
			Map.entry("authenticator",
					"(id, version, account_id, secret, started_at, last_step) SELECT :id, 0, :account, 'x', now(), 0"),
			Map.entry("recovery_code", "(id, version, account_id, fingerprint) SELECT :id, 0, :account, 'x'"),
			Map.entry("second_factor_failure", "(account_id, failures, since) SELECT :account, 1, now()"));

	/** What is not said without another word. */
	private static final Map<String, String> TOGETHER = Map.of("logged_action", ", confirmed_at = logged_at");

	@Autowired
	private List<SheetHolder> holders;

	@Autowired
	private TwoSheets sheets;

	@Autowired
	private Reuniting reuniting;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Inviting inviting;

	@Autowired
	private Accounts accounts;

	@Autowired
	private People people;

	@Autowired
	private EntityManager entities;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void everyColumnThatPointsToAPersonIsGivenEndedOrStaysForAReason() {
		List<String> told = Stream
			.of(all(SheetHolder::given), all(SheetHolder::ended), all((holder) -> holder.staying().keySet()))
			.flatMap(Set::stream)
			.toList();
		assertThat(told).doesNotHaveDuplicates().hasSameElementsAs(strings(POINTING));
		assertThat(this.holders.stream().flatMap((holder) -> holder.staying().values().stream()))
			.allSatisfy((why) -> assertThat(why).hasSizeGreaterThan(20));
	}

	@Test
	void noIdThatNothingHoldsWasOverlooked() {
		assertThat(new TreeSet<>(strings(LOOSE))).isEqualTo(new TreeSet<>(WHY_LOOSE.keySet()));
	}

	@Test
	void nothingPointsToTheSheetThatWentAndNoWayInPassed() {
		Person given = signsIn("Ondine", "Double", "ondine@un.example");
		Person kept = signsIn("Ondine", "Double", "ondine@deux.example");
		UUID account = this.accounts.ofPerson(given.getId()).orElseThrow().getId();
		UUID stays = this.accounts.ofPerson(kept.getId()).orElseThrow().getId();
		pointAt(given.getId(), account);
		Map<String, Long> before = counts(given.getId(), account, this.holders);
		assertThat(before).as("columns to which the test gave no row").doesNotContainValue(0L);
		TwoSheets.Prospect prospect = this.sheets.of(kept.getId(), given.getId());
		assertThat(prospect.first()).isEmpty();
		this.reuniting
			.reunite(this.accounts.ofPerson(this.people.findByEmail("admin@demo.example").orElseThrow().getId())
				.orElseThrow()
				.viewer(), kept.getId(), given.getId(), prospect.code());
		this.entities.flush();
		Map<String, Long> left = counts(given.getId(), account, this.holders);
		Map<String, Long> got = counts(kept.getId(), stays, this.holders);
		for (SheetHolder holder : this.holders) {
			assertThat(holder.given()).allSatisfy((column) -> {
				assertThat(left).containsEntry(column, 0L);
				assertThat(got.get(column)).as(column).isPositive();
			});
			assertThat(holder.ended()).allSatisfy((column) -> {
				assertThat(left).containsEntry(column, 0L);
				assertThat(got).as("nobody gets it").containsEntry(column, column.startsWith("account.") ? 1L : 0L);
			});
		}
		assertThat(this.jdbc.sql("SELECT reunited_with FROM person WHERE id = :id")
			.param("id", given.getId())
			.query(UUID.class)
			.single()).isEqualTo(kept.getId());
	}

	/** Whoever had looked them up a moment before, and writes a moment after. */
	@Test
	void whatIsWrittenOfTheSheetThatWentIsWrittenOfTheOther() {
		Person given = signsIn("Ondine", "Double", "ondine@un.example");
		Person kept = signsIn("Ondine", "Double", "ondine@deux.example");
		this.jdbc.sql(
				"UPDATE person SET email = NULL, email_proved_at = NULL, reunited_with = :kept, reunited_at = now() WHERE id = :given")
			.param("kept", kept.getId())
			.param("given", given.getId())
			.update();
		List.of("known_name", "known_address")
			.forEach((table) -> this.jdbc.sql("DELETE FROM " + table + " WHERE person_id = :given")
				.param("given", given.getId())
				.update());
		UUID account = this.accounts.ofPerson(given.getId()).orElseThrow().getId();
		UUID stays = this.accounts.ofPerson(kept.getId()).orElseThrow().getId();
		pointAt(given.getId(), account);
		Set<String> here = all(SheetHolder::given);
		here.removeIf((column) -> column.startsWith("person."));
		Map<String, Long> left = counts(given.getId(), account, this.holders);
		Map<String, Long> got = counts(kept.getId(), stays, this.holders);
		assertThat(here).hasSizeGreaterThan(15).allSatisfy((column) -> {
			assertThat(left).containsEntry(column, 0L);
			assertThat(got.get(column)).as(column).isPositive();
		});
	}

	private Person signsIn(String given, String family, String address) {
		Person person = this.keeping.register(new AccountKeeping.Name(given, family), address);
		this.inviting.givePassword(person, "trois péniches bleues, un jeudi");
		this.entities.flush();
		return person;
	}

	/** One row of each table says this sheet, in each of its columns. */
	private void pointAt(UUID sheet, UUID account) {
		Set<String> columns = new TreeSet<>(all(SheetHolder::given));
		columns.addAll(all(SheetHolder::ended));
		columns.remove("account.person_id");
		columns.remove("person.reunited_with");
		Map<String, List<String>> tables = columns.stream()
			.collect(Collectors.groupingBy((column) -> column.split("\\.", 2)[0], TreeMap::new, Collectors.toList()));
		tables.forEach((table, its) -> {
			if (this.jdbc.sql("SELECT count(*) FROM " + table + " WHERE " + its.getLast() + " IN (:sheet, :account)")
				.param("sheet", sheet)
				.param("account", account)
				.query(Long.class)
				.single() > 0) {
				return;
			}
			String row = ROWS.get(table);
			if (row != null) {
				this.jdbc.sql("INSERT INTO " + table + " " + row)
					.param("id", UUID.randomUUID())
					.param("sheet", sheet)
					.param("account", account)
					.update();
				return;
			}
			String set = its.stream()
				.map((column) -> column.split("\\.", 2)[1])
				.map((column) -> column + " = " + (column.equals("account_id") ? ":account" : ":sheet"))
				.collect(Collectors.joining(", "));
			this.jdbc
				.sql("UPDATE " + table + " SET " + set + TOGETHER.getOrDefault(table, "")
						+ " WHERE ctid = (SELECT ctid FROM " + table + " ORDER BY " + its.getFirst()
						+ " NULLS LAST LIMIT 1)")
				.param("sheet", sheet)
				.param("account", account)
				.update();
		});
		this.jdbc.sql("""
				INSERT INTO person (id, version, given_name, family_name, created_at, reunited_with, reunited_at)
				SELECT :id, 0, 'Ondine', 'Avant', now(), :sheet, now()
				WHERE NOT EXISTS (SELECT FROM person WHERE id = :sheet AND reunited_with IS NOT NULL)""")
			.param("id", UUID.randomUUID())
			.param("sheet", sheet)
			.update();
	}

	private Map<String, Long> counts(UUID sheet, UUID account, List<SheetHolder> those) {
		Map<String, Long> counts = new TreeMap<>();
		for (String column : Stream
			.concat(those.stream().flatMap((holder) -> holder.given().stream()),
					those.stream().flatMap((holder) -> holder.ended().stream()))
			.toList()) {
			counts.put(column,
					this.jdbc
						.sql("SELECT count(*) FROM " + column.split("\\.", 2)[0] + " WHERE " + column
								+ " IN (:sheet, :account)")
						.param("sheet", sheet)
						.param("account", account)
						.query(Long.class)
						.single());
		}
		return counts;
	}

	private Set<String> all(java.util.function.Function<SheetHolder, Set<String>> part) {
		return this.holders.stream().flatMap((holder) -> part.apply(holder).stream()).collect(Collectors.toSet());
	}

	private List<String> strings(String sql) {
		return this.jdbc.sql(sql).query((row, n) -> row.getString(1)).list();
	}

}
