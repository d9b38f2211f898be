package fr.faireavec.privacy;

import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.bilans.BilanFigures;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.kernel.PersonalDataHolder.Subject;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Spellings;
import fr.faireavec.privacy.Mentions.Review;
import fr.faireavec.privacy.ProcessingRegister.Declaration;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What the register declares is what export and erasure do: a canary in every column,
 * looked for in the file, and then in the whole database.
 */
@IntegrationTest
class ForgettingTests {

	/** Exported columns that nothing in this past fills. */
	private static final Set<String> EMPTY = Set.of("account.role", "account.disabled_at", "mandate.ends_on",
			"invitation.used_at", "invitation.ended_at", "address_change.ended_at", "sign_in_request.ended_at",
			"password_reset.ended_at", "account.accepted_at", "address_change.old_confirmed_at",
			"address_change.new_confirmed_at", "address_change.done_at", "sign_in_request.used_at",
			"password_reset.used_at", "funder_reader.removed_at", "logged_action.learning",
			"logged_action.confirmed_at", "register_seal.countersigned_at", "bilan.published_at",
			"erasure_request.settled_at", "erasure_request.reason", "pass.ended_at", "signature.written",
			"meeting_signature.written");

	private static final Pattern LABEL = Pattern.compile("AS \"([a-z_]+\\.[a-z_]+)\"");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Cast cast;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	@Autowired
	private List<PersonalDataHolder> holders;

	@Autowired
	private ProcessingRegister register;

	@Autowired
	private PersonalFile file;

	@Autowired
	private Erasing erasing;

	@Autowired
	private NameErasing names;

	@Autowired
	private Mentions mentions;

	@Autowired
	private Retaining retaining;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Accounts accounts;

	@Autowired
	private People people;

	@Autowired
	private BilanFigures figures;

	@Autowired
	private Bilans bilans;

	@Autowired
	private MockMvcTester mvc;

	private PastLife past;

	@BeforeEach
	void live() {
		this.past = new PastLife(PastLife.Parts.of(this.context.getAutowireCapableBeanFactory()));
		UUID id = this.past.canary.getId();
		for (String sql : List.of(
				"""
						INSERT INTO letter (id, kind, recipient_id, subject_id, unique_key, topic, address, sent_to, state, posted_at,
						  due_at, settled_at, attempts, problem)
						VALUES (gen_random_uuid(), 'privacy.idle', :id, :id, 'one', '', 'canari@exemple.fr', 'canari@exemple.fr', 'DEAD',
						  '2026-09-02', '2026-09-02', '2026-09-02', 1, '550 <canari@exemple.fr>')""",
				"""
						INSERT INTO mail_bounce (address, happened_at, status, reason)
						VALUES ('canari@exemple.fr', '2026-09-02', '550', '<canari@exemple.fr> inconnue')""",
				"""
						INSERT INTO signature (id, version, half_day_id, attendance_id, strokes, written, with_account, shared, remote,
						  signed_at)
						SELECT gen_random_uuid(), 0, half_day_id, id, CASE WHEN row_number() OVER () = 1 THEN '0,0 60,60' ELSE '' END,
						  CASE WHEN row_number() OVER () = 1 THEN '' ELSE 'C. Z.' END, true, false, false, '2026-09-08'
						FROM attendance WHERE person_id = :id""",
				"""
						INSERT INTO meeting_signature (id, version, meeting_id, person_id, strokes, written, signed_at)
						SELECT gen_random_uuid(), 0, id, :id, '0,0 60,60', '', '2026-09-08' FROM individual_meeting LIMIT 1""",
				"INSERT INTO weekly_choice (person_id, chosen_at) VALUES (:id, '2026-09-02')",
				"INSERT INTO standing_constraint (person_id, never, said_at) VALUES (:id, 'SCHOOL_HOLIDAYS', '2026-09-02')",
				"INSERT INTO notification_refusal (person_id, kind, refused_at) VALUES (:id, 'bilans.published', '2026-09-02')",
				"""
						INSERT INTO address_change (id, person_id, old_address, new_address, old_token_hash, new_token_hash, asked_at, expires_at)
						VALUES (gen_random_uuid(), :id, 'canari@exemple.fr', 'canari2@exemple.fr', 'h1', 'h2', '2026-09-02', '2026-09-03')""",
				"""
						INSERT INTO pass (id, purpose, holder_id, subject_id, token_hash, token, issued_at, expires_at)
						VALUES (gen_random_uuid(), 'agenda.feed', :id, :id, 'h9', 'x', '2026-09-02', '2026-12-02')""",
				"UPDATE pass SET used_at = '2026-09-03' WHERE token_hash = 'h9'",
				"""
						INSERT INTO calendar_told (entry_id, person_id, sequence, gone, starts_at, ends_at, place_mark, with_file,
						  news, letter_id, told_at)
						SELECT id, :id, 0, false, starts_at, ends_at, place_mark, true, 'CONVENED', id, '2026-09-02'
						FROM calendar_entry LIMIT 1""",
				"""
						INSERT INTO calendar_told (entry_id, guest_id, address, sequence, gone, starts_at, ends_at, place_mark, with_file,
						  news, letter_id, told_at)
						SELECT id, gen_random_uuid(), 'canari@exemple.fr', 0, false, starts_at, ends_at, place_mark, true, 'CONVENED',
						  id, '2026-09-02' FROM calendar_entry LIMIT 1""",
				"""
						INSERT INTO letter (id, kind, guest_id, subject_id, unique_key, topic, address, sent_to, state, posted_at, due_at,
						  settled_at, attempts)
						VALUES (gen_random_uuid(), 'convening.date', gen_random_uuid(), gen_random_uuid(), 'guest', 'calendar',
						  'canari@exemple.fr', 'canari@exemple.fr', 'SENT', '2026-09-02', '2026-09-02', '2026-09-02', 1)""",
				"""
						INSERT INTO cohort_message (id, version, parcours_id, author_id, audience, subject, words, unreached, sent_at)
						SELECT gen_random_uuid(), 0, p.id, :id, 'EVERYBODY', 'Un mot de Canari Zinzolin', 'Canari Zinzolin vous écrit.',
						  0, '2026-09-02' FROM parcours p LIMIT 1""",
				"""
						INSERT INTO meeting_slot (id, version, parcours_id, facilitator_id, starts_at, ends_at, mode, place, over_session,
						  offered_at, ended_at)
						SELECT gen_random_uuid(), 0, p.id, :id, '2026-10-08 09:00', '2026-10-08 10:00', 'PRESENTIEL', '', false,
						  '2026-09-02', '2026-09-03' FROM parcours p LIMIT 1""",
				"""
						INSERT INTO known_browser (token_hash, account_id, first_at, last_at)
						SELECT 'h3', id, '2026-09-02', '2026-09-02' FROM account WHERE person_id = :id""",
				"""
						INSERT INTO sign_in_request (id, account_id, address_hash, token_hash, code_hash, asked_at, expires_at)
						SELECT gen_random_uuid(), id, 'h4', 'h5', 'h6', '2026-09-02', '2026-09-03' FROM account WHERE person_id = :id""",
				"""
						INSERT INTO password_reset (id, account_id, token_hash, asked_at, expires_at)
						SELECT gen_random_uuid(), id, 'h7', '2026-09-02', '2026-09-03' FROM account WHERE person_id = :id""",
				"""
						INSERT INTO passkey (id, version, account_id, credential_id, public_key, signature_count, transports,
						  backup_eligible, backup_state, attestation, attestation_client, name, added_at, last_used_at)
						SELECT gen_random_uuid(), 0, id, 'k', 'k', 0, '', false, false, 'k', 'k', 'Canari de poche', '2026-09-02',
						  '2026-09-02' FROM account WHERE person_id = :id""",
				"""
						INSERT INTO authenticator (id, version, account_id, secret, started_at, confirmed_at, last_step)
						SELECT gen_random_uuid(), 0, id, 's', '2026-09-02', '2026-09-02', 0 FROM account WHERE person_id = :id""",
				"""
						INSERT INTO recovery_code (id, version, account_id, fingerprint, used_at)
						SELECT gen_random_uuid(), 0, id, 'f', '2026-09-02' FROM account WHERE person_id = :id""", """
						INSERT INTO import_draft (person_id, id, parcours_id, content, kept_at)
						SELECT :id, gen_random_uuid(), p.id, 'Canari;Zinzolin', '2026-09-02' FROM parcours p LIMIT 1""",
				"INSERT INTO comment_reading (person_id, action_id, read_at) SELECT :id, a.id, '2026-09-02' FROM logged_action a LIMIT 1",
				"INSERT INTO journal_visit (person_id, parcours_id, last_at, before_at) SELECT :id, p.id, '2026-09-02', '2026-09-01' FROM parcours p LIMIT 1",
				"INSERT INTO comment_digest (person_id, told_at) VALUES (:id, '2026-09-02')",
				"""
						INSERT INTO action_draft (id, version, person_id, parcours_id, title, description, learning, rest, kept_at)
						SELECT gen_random_uuid(), 0, :id, p.id, 'Un café, par Canari Zinzolin', 'Canari  Zinzolin tient le café',
						  'Canari Zinzolin a appris', 'session=Canari Zinzolin', '2026-09-02' FROM parcours p LIMIT 1""",
				"""
						INSERT INTO action_comment (id, version, action_id, author_id, words, written_at, corrected_at)
						SELECT gen_random_uuid(), 0, a.id, :id, 'Bravo, dit Canari Zinzolin', '2026-09-02', '2026-09-03'
						FROM logged_action a LIMIT 1""", """
						INSERT INTO action_note (id, version, words, written_by, written_at)
						SELECT a.id, 0, 'Noté par Canari Zinzolin', :id, '2026-09-02' FROM logged_action a LIMIT 1""",
				"""
						INSERT INTO reply (id, version, session_id, person_id, day, answer, replacement_name, replacement_organisation,
						  meals, access, how, said_by, said_at, asked_on)
						SELECT gen_random_uuid(), 0, s.id, :id, '2026-09-08', 'COMING', '', '', 'Canari sans viande', 'Zinzolin au fond',
						  'SIGNED_IN', :id, '2026-09-02', '2026-09-01' FROM collective_session s
						  JOIN enrolment e ON e.parcours_id = s.parcours_id JOIN mandate m ON m.enrolment_id = e.id
						WHERE m.person_id = :id AND s.rank = 1""",
				"""
						INSERT INTO reply (id, version, session_id, person_id, day, answer, replacement_name, replacement_organisation,
						  meals, access, how, said_by, said_at)
						SELECT gen_random_uuid(), 0, s.id, o.id, '2026-09-08', 'REPLACED', 'Canari Zinzolin', 'Zinzolin et fils',
						  '', '', 'BY_FACILITATOR', :id, '2026-09-02' FROM person o, collective_session s
						  JOIN enrolment e ON e.parcours_id = s.parcours_id JOIN mandate m ON m.enrolment_id = e.id
						WHERE m.person_id = :id AND s.rank = 1 AND o.family_name = 'Voisin'""",
				"""
						INSERT INTO calendar_reply (id, session_id, sender, attendee, said, why, mark, heard_at)
						SELECT gen_random_uuid(), s.id, 'canari@exemple.fr', 'canari@exemple.fr', 'TENTATIVE', 'UNCLEAR', 'x', '2026-09-02'
						FROM collective_session s LIMIT 1""",
				"""
						INSERT INTO date_poll (id, version, parcours_id, closes_on, fewest_weeks, most_weeks, message, decides_itself,
						  opened_by, opened_at)
						SELECT gen_random_uuid(), 0, p.id, '2026-09-30', 3, 7, 'Avec Canari Zinzolin', false, :id, '2026-09-02'
						FROM parcours p LIMIT 1""",
				"""
						INSERT INTO poll_day (id, version, poll_id, session_id, rank, first_start, first_end, mode, venue, address, video_link)
						SELECT gen_random_uuid(), 0, d.id, s.id, s.rank, '09:30', '12:30', 'PRESENTIEL', 'Chez Canari Zinzolin', '', ''
						FROM date_poll d JOIN collective_session s ON s.parcours_id = d.parcours_id AND s.rank = 2""",
				"""
						INSERT INTO poll_option (id, version, day_id, held_on)
						SELECT gen_random_uuid(), 0, d.id, '2026-10-20' FROM poll_day d""",
				"""
						INSERT INTO poll_reply (id, version, poll_id, person_id, comment, said_by, said_at, asked_on)
						SELECT gen_random_uuid(), 0, d.id, :id, 'Canari ne peut pas', :id, '2026-09-02', '2026-09-02' FROM date_poll d""",
				"""
						INSERT INTO poll_answer (reply_id, option_id, said)
						SELECT r.id, o.id, 'YES' FROM poll_reply r, poll_option o""",
				"INSERT INTO idle_warning (person_id, warned_at) VALUES (:id, '2026-09-02')",
				"""
						INSERT INTO person (id, version, given_name, family_name, created_at, reunited_with, reunited_at)
						VALUES (gen_random_uuid(), 0, 'Canari', 'Zinzolin', '2026-09-01', :id, '2026-09-02')""",
				"""
						INSERT INTO evidence_hold (id, parcours_id, label, until, held_by, held_at)
						SELECT gen_random_uuid(), p.id, p.name, '2033-12-31', :id, '2026-09-02' FROM parcours p LIMIT 1""",
				"""
						INSERT INTO letter (id, kind, recipient_id, subject_id, unique_key, topic, state, posted_at, due_at, attempts)
						SELECT gen_random_uuid(), 'demo', o.id, o.id, 'two', '', 'WAITING', '2026-09-02', '2026-09-02', 0
						FROM person o WHERE o.family_name = 'Voisin'""",
				"""
						INSERT INTO demo_letter (letter_id, sent_at, message_id, to_name, to_address, subject, pieces, plain_text)
						SELECT l.id, '2026-09-02', 'm', 'Autrui', 'autrui@exemple.fr', 'Bonjour Canari Zinzolin',
						  '["Canari Zinzolin"]', 'avec Canari Zinzolin' FROM letter l WHERE l.unique_key = 'two'""")) {
			this.jdbc.sql(sql).param("id", id).update();
		}
	}

	@Test
	void theFileHoldsEveryColumnDeclaredExportedAndNoOther() {
		Set<String> told = new TreeSet<>();
		this.holders.forEach((holder) -> holder.excerpts().forEach((excerpt) -> {
			Matcher label = LABEL.matcher(excerpt.sql());
			while (label.find()) {
				told.add(label.group(1));
			}
		}));
		Set<String> personal = names(this.register.personal());
		told.retainAll(personal);
		assertThat(told).isEqualTo(names(this.register.personal().stream().filter(Declaration::isExported).toList()));
	}

	@Test
	void theFileShowsTheCanaryOfEveryColumnDeclaredExported() {
		Impersonation.as(this.past.canary, () -> this.erasing.ask(this.past.canary.getId()));
		this.cast.flush();
		// What one signed is told for a structure one sat for, and no other.
		this.jdbc.sql("UPDATE mandate SET signatory = 'Canari Zinzolin', signed_on = starts_on WHERE person_id = :her")
			.param("her", this.past.canary.getId())
			.update();
		this.jdbc.sql("""
				UPDATE attendance a SET came_at = CAST(h.starts_at AS time) + interval '10 minutes',
				  left_at = CAST(h.ends_at AS time) - interval '10 minutes', stay_noted_at = now()
				FROM half_day h WHERE h.id = a.half_day_id AND a.person_id = :her AND a.status = 'PRESENT'""")
			.param("her", this.past.canary.getId())
			.update();
		this.jdbc.sql("UPDATE person SET telephone = '03 53 01 12 34' WHERE id = :her")
			.param("her", this.past.canary.getId())
			.update();
		this.jdbc
			.sql("""
					UPDATE logged_action SET theme_id = NULL, instrument_id = NULL, own_theme = 'k', own_lever = 'k', own_instrument = 'k',
					  own_service_user = 'k', own_role = 'k', own_recognition = 'k', own_effect = 'k'""")
			.update();
		Set<String> shown = new TreeSet<>();
		for (PersonalFile.Section section : this.file.sections(this.past.canary.getId())) {
			section.rows().forEach((row) -> {
				for (int i = 0; i < row.size(); i++) {
					if (row.get(i) != null && !row.get(i).toString().isEmpty()) {
						shown.add(section.columns().get(i));
					}
				}
			});
		}
		Set<String> exported = names(this.register.personal().stream().filter(Declaration::isExported).toList());
		exported.removeAll(EMPTY);
		assertThat(shown).containsAll(exported);
		assertThat(this.file.sections(this.past.canary.getId()).toString()).contains("Canari", "Zinzolin",
				"canari@exemple.fr", "Un café, par Canari Zinzolin", "Canari  Zinzolin tient le café", "PRESENT",
				"PILOT");
		assertThat(this.file.sections(this.past.canary.getId())
			.stream()
			.filter((section) -> section.columns().contains("attendance.came_at"))
			.flatMap((section) -> section.rows()
				.stream()
				.map((row) -> row.get(section.columns().indexOf("attendance.came_at"))))
			.filter((hour) -> hour != null)).isNotEmpty().hasOnlyElementsOfType(LocalTime.class);
	}

	@Test
	void theFileHoldsNothingOfAnybodyElse() {
		assertThat(this.file.sections(this.past.canary.getId()).toString())
			.doesNotContain("Autrui", "Voisin", "Tierce", "Claire", "Vasseur", "Mauve", "Lote")
			.doesNotContainIgnoringCase("hésite");
		assertThat(this.file.sections(this.past.other.getId()).toString()).contains("Autrui", "Secret d’Autrui")
			.doesNotContain("Zinzolin", "canari@");
	}

	@Test
	void erasedIsErasedEverywhere() {
		assertThat(found(Declaration::isForgotten)).contains("person.given_name", "person.email", "audit_row.label",
				"audit_row.changes", "mandate.signatory", "individual_meeting.shared_notes",
				"individual_meeting.internal_notes", "collective_session.venue", "logged_action.title",
				"logged_action.description", "invitation.account_id", "address_change.old_address",
				"known_browser.account_id", "passkey.name", "import_draft.content", "action_draft.rest");
		carryOut(this.past.canary);
		assertThat(this.jdbc.sql("SELECT address FROM letter WHERE kind = 'privacy.erased'").query(String.class).list())
			.containsExactly("canari@exemple.fr");
		assertThat(found(Declaration::isForgotten)).as("nothing but the letter that tells it")
			.allMatch((column) -> column.startsWith("letter."));
		assertThat(foundByName()).containsOnly("attendance.person_name", "letter.address");
		this.jdbc.sql(
				"UPDATE letter SET state = 'SENT', settled_at = posted_at, sent_to = address WHERE kind = 'privacy.erased'")
			.update();
		this.retaining.run();
		assertThat(found(Declaration::isForgotten)).isEmpty();
		assertThat(foundByName()).containsOnly("attendance.person_name");
		assertThat(this.jdbc.sql("SELECT title || description FROM logged_action WHERE enrolment_id = :id")
			.param("id", this.past.enrolment.getId())
			.query(String.class)
			.single()).isEqualTo("Un café, par Personne effacéePersonne effacée tient le café");
		assertThat(this.jdbc.sql("SELECT state FROM mandate WHERE person_id = :id")
			.param("id", this.past.canary.getId())
			.query(String.class)
			.list()).containsExactly("ENDED");
	}

	/** Negative control: any holder that is left out leaves something, and it is seen. */
	@Test
	void aHolderLeftOutIsNoticed() {
		Subject subject = this.file.subject(this.past.canary.getId());
		assertThat(subject.names()).extracting(Spellings.Name::whole).contains("Canari Zinzolin", "Ancienne Zinzolin");
		Set<String> matters = new TreeSet<>();
		for (PersonalDataHolder left : this.holders) {
			this.jdbc.sql("SAVEPOINT one_left_out").update();
			this.holders.stream()
				.filter((holder) -> !holder.equals(left))
				.forEach((holder) -> holder.erase(subject, this.past.canary.getCreatedAt()));
			if (!found(Declaration::isForgotten).isEmpty()) {
				matters.add(left.getClass().getSimpleName());
			}
			this.jdbc.sql("ROLLBACK TO SAVEPOINT one_left_out").update();
		}
		assertThat(matters).contains("PeopleData", "AuditData", "MandateData", "MeetingData", "ActionData",
				"SignInData", "LetterData", "RightsData", "FactorData", "DraftData");
	}

	@Test
	void theFiguresStayAsTheyWere() {
		var before = this.figures.of(this.past.parcours.getId(), PastLife.START, PastLife.START.plusMonths(9));
		var published = this.bilans.latest(this.past.parcours.getId()).orElseThrow().document();
		carryOut(this.past.canary);
		assertThat(this.figures.of(this.past.parcours.getId(), PastLife.START, PastLife.START.plusMonths(9)))
			.isEqualTo(before);
		assertThat(this.bilans.latest(this.past.parcours.getId()).orElseThrow().document()).isEqualTo(published);
		Pages pages = new Pages(this.mvc, this.cast);
		assertThat(pages.read("/parcours/les-sources/historique", this.past.claire).text()).contains("Personne effacée")
			.doesNotContain("Zinzolin");
		assertThat(pages.read("/parcours/les-sources/seances/1/emargement", this.past.claire).text())
			.contains("Canari Zinzolin", "Autrui Voisin");
		for (String page : List.of("", "/structures", "/structures/" + this.past.enrolment.getId(), "/journal",
				"/rendez-vous", "/bilan")) {
			assertThat(pages.read("/parcours/les-sources" + page, this.past.claire).text()).doesNotContain("Zinzolin");
		}
	}

	@Test
	void nobodyComesBackIn() {
		UUID account = this.accounts.ofPerson(this.past.canary.getId()).orElseThrow().getId();
		this.jdbc.sql("""
				INSERT INTO spring_session (primary_id, session_id, creation_time, last_access_time,
				  max_inactive_interval, expiry_time, principal_name)
				VALUES (:id, :id, 0, 0, 60, 0, :account)""")
			.param("id", UUID.randomUUID().toString())
			.param("account", account.toString())
			.update();
		carryOut(this.past.canary);
		assertThat(this.jdbc.sql("SELECT count(*) FROM spring_session WHERE principal_name = :account")
			.param("account", account.toString())
			.query(Integer.class)
			.single()).isZero();
		assertThat(this.accounts.findById(account).orElseThrow().isDisabled()).isTrue();
		assertThatThrownBy(() -> this.keeping.enable(this.past.canary.getId())).isInstanceOf(Refusal.class)
			.hasMessage("accounts.erased");
	}

	/** A page opened before, or a hand too quick: neither gives an address back. */
	@Test
	void nobodyErasedIsCalledOrWrittenToAgain() {
		String sheet = "/administration/comptes/" + this.past.canary.getId() + "/modifier";
		carryOut(this.past.canary);
		Set<String> kept = foundByName();
		Person ada = this.accounts.findAll()
			.stream()
			.map((account) -> account.getPerson())
			.filter((person) -> "Ada Min".equals(person.getName()))
			.findFirst()
			.orElseThrow();
		for (int version : new int[] { 0, this.people.findById(this.past.canary.getId()).orElseThrow().getVersion() }) {
			MvcTestResult refused = new Pages(this.mvc, this.cast).post(sheet, ada, "version",
					Integer.toString(version), "givenName", "Canari", "familyName", "Zinzolin", "email",
					"canari@exemple.fr");
			assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			assertThat(Pages.document(refused).select(".summary").text()).contains("Cette personne a été effacée");
		}
		assertThat(foundByName()).isEqualTo(kept);
	}

	@Test
	void twiceDoesNoHarm() {
		carryOut(this.past.canary);
		String before = everything();
		carryOut(this.past.canary);
		assertThat(everything()).isEqualTo(before);
		assertThat(this.file.sections(this.past.other.getId()).toString()).contains("Autrui");
	}

	@Test
	void whoeverIsNeededIsNotErasedYet() {
		assertThatThrownBy(() -> carryOut(this.past.claire)).isInstanceOf(Refusal.class)
			.hasMessage("privacy.obstacle.facilitates");
		this.jdbc.sql("""
				UPDATE account SET disabled_at = created_at WHERE role = 'ADMIN'
				  AND person_id NOT IN (SELECT id FROM person WHERE family_name = 'Min')""").update();
		this.cast.forget();
		Person ada = this.accounts.findAll()
			.stream()
			.map((account) -> account.getPerson())
			.filter((person) -> "Ada Min".equals(person.getName()))
			.findFirst()
			.orElseThrow();
		assertThatThrownBy(() -> carryOut(ada)).isInstanceOf(Refusal.class)
			.hasMessage("privacy.obstacle.lastAdministrator");
		assertThat(foundByName()).contains("person.given_name");
	}

	@Test
	void guestsAndSignatoriesAreErasedByTheirName() {
		assertThat(this.names.find("invitee")).extracting(NameErasing.Named::name).containsExactly("Invitée Mauve");
		assertThat(this.names.find("TIERCE")).extracting(NameErasing.Named::signatory).containsExactly(1);
		for (String name : List.of("invitée mauve", "Invité Parme", "Présidente Tierce")) {
			assertThat(this.names.erase(name, new Review(this.names.look(name).seal(), Set.of(), ""))).isPositive();
		}
		assertThat(holding(all(), "mauve|parme|tierce")).isEmpty();
		assertThat(this.jdbc.sql("SELECT count(*) FROM session_guest").query(Integer.class).single()).isEqualTo(2);
	}

	@Test
	void theAuditOpensForNothingElse() {
		for (String change : List.of("UPDATE audit_row SET label = 'autre'", "DELETE FROM audit_row",
				"TRUNCATE audit_row",
				"SELECT set_config('faireavec.audit', 'redaction', true); UPDATE audit_row SET what = 'autre'",
				"SELECT set_config('faireavec.audit', 'redaction', true); UPDATE audit_row SET actor_id = NULL, happened_at = happened_at + interval '1 day'",
				"SELECT set_config('faireavec.audit', 'redaction', true); UPDATE audit_row SET changes = '{\"autre\": [null, null]}'",
				"SELECT set_config('faireavec.audit', 'redaction', true); DELETE FROM audit_row",
				"SELECT set_config('faireavec.audit', 'expiry 2000-01-01', true); DELETE FROM audit_row")) {
			this.jdbc.sql("SAVEPOINT tampering").update();
			assertThatThrownBy(() -> this.context.getBean(JdbcTemplate.class).execute(change)).as(change)
				.hasMessageContaining("never change");
			this.jdbc.sql("ROLLBACK TO SAVEPOINT tampering").update();
		}
	}

	private void carryOut(Person person) {
		this.cast.flush();
		Impersonation.as(this.past.claire, () -> this.erasing.carryOut(person.getId(),
				new Review(this.mentions.of(this.file.subject(person.getId())).seal(), Set.of(), "")));
		this.cast.forget();
	}

	/** Which columns of these still hold her name, her address, or her id. */
	private Set<String> found(java.util.function.Predicate<Declaration> which) {
		UUID account = this.accounts.ofPerson(this.past.canary.getId()).orElseThrow().getId();
		List<Declaration> asked = this.register.personal().stream().filter(which).toList();
		// Words keep the ids of people: that is how the audit names them.
		Set<String> found = holding(asked, "canari|zinzolin");
		found.addAll(holding(asked.stream().filter((one) -> "erased".equals(one.erasure())).toList(),
				this.past.canary.getId() + "|" + account));
		return found;
	}

	private Set<String> foundByName() {
		return holding(all(), "canari|zinzolin");
	}

	private List<Declaration> all() {
		return this.register.declarations();
	}

	private Set<String> holding(List<Declaration> columns, String pattern) {
		this.entities.flush();
		Set<String> holding = new TreeSet<>();
		for (Declaration column : columns) {
			boolean bytes = "bytea".equals(this.jdbc
				.sql("SELECT data_type FROM information_schema.columns WHERE table_name = :t AND column_name = :c")
				.param("t", column.table())
				.param("c", column.column())
				.query(String.class)
				.single());
			String text = bytes ? "encode(" + column.column() + ", 'escape')" : column.column() + "::text";
			if (this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM " + column.table() + " WHERE " + text + " ~* :pattern)")
				.param("pattern", pattern)
				.query(Boolean.class)
				.single()) {
				holding.add(column.name());
			}
		}
		return holding;
	}

	private String everything() {
		return new HashSet<>(all().stream().map(Declaration::table).toList()).stream()
			.sorted()
			.map((table) -> table + this.jdbc
				.sql("SELECT count(*) || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM " + table
						+ " t")
				.query(String.class)
				.single())
			.collect(Collectors.joining("\n"));
	}

	private static Set<String> names(List<Declaration> declarations) {
		return declarations.stream().map(Declaration::name).collect(Collectors.toCollection(TreeSet::new));
	}

}
