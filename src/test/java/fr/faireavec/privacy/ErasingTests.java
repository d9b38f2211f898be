package fr.faireavec.privacy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.KnownNames;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.jobs.Job;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.PersonalRecords;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Spellings;
import fr.faireavec.narratives.Section;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.privacy.Mentions.Mention;
import fr.faireavec.privacy.Mentions.Review;
import fr.faireavec.privacy.ProcessingRegister.Declaration;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A name is taken out of the texts of others however it is written, and of nothing else:
 * not where its bearer never sat, not when it is a phrase somebody took for a name.
 */
@IntegrationTest
class ErasingTests {

	private static final List<String> SPELLINGS = List.of("Canari Zinzolin", "CANARI ZINZOLIN", "Zinzolin Canari",
			"ZINZOLIN, Canari", "Mme Zinzolin", "madame zinzolin", "Canari Z.", "C. Zinzolin", "Cánari Zinzolín",
			"Canari\u00a0Zinzolin", "canari\u202fzinzolin", "Canari-Zinzolin", "Ancienne Zinzolin", "canari@exemple.fr",
			"CANARI.avant@exemple.fr");

	/**
	 * What a register keeps as evidence, until its own term; see the register of data.
	 */
	private static final Set<String> KEPT = Set.of("attendance.person_name");

	@Autowired
	private ApplicationContext context;

	@Autowired
	private Cast cast;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ProcessingRegister register;

	@Autowired
	private PersonalFile file;

	@Autowired
	private Mentions mentions;

	@Autowired
	private Erasing erasing;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Bilans bilans;

	@Autowired
	private MockMvcTester mvc;

	private PastLife past;

	private UUID id;

	@BeforeEach
	void live() {
		this.past = new PastLife(PastLife.Parts.of(this.context.getAutowireCapableBeanFactory()));
		this.id = this.past.canary.getId();
		this.jdbc.sql(
				"INSERT INTO known_address (person_id, address, since) VALUES (:id, 'canari.avant@exemple.fr', '2026-09-01')")
			.param("id", this.id)
			.update();
	}

	@Test
	void everySpellingInEveryFieldIsGoneAfterTheNight() {
		plantEverywhere();
		Impersonation.as(this.past.claire,
				() -> this.context.getBean(BilanPublishing.class)
					.publish(this.past.parcours.getId(), BilanKind.INTERMEDIAIRE, PastLife.START,
							PastLife.START.plusMonths(9), told(), "Vite"));
		String former = this.bilans.latest(this.past.parcours.getId()).orElseThrow().sha256();
		assertThat(holding()).contains("narrative_section.words", "bilan.figures", "audit_row.label",
				"audit_row.changes", "session_guest.name", "mandate.signatory", "collective_session.minutes",
				"individual_meeting.internal_notes", "logged_action.learning", "enrolment.withdrawal_reason",
				"parcours.closing_reason", "import_draft.content", "action_draft.title", "action_draft.rest",
				"action_comment.words", "action_note.words", "mail_bounce.address", "known_address.address");
		carryOut(this.past.canary);
		assertThat(
				this.jdbc.sql("SELECT address FROM letter WHERE kind = 'privacy.erased'").query(String.class).single())
			.isEqualTo("canari@exemple.fr");
		this.jdbc.sql(
				"UPDATE letter SET state = 'SENT', settled_at = posted_at, sent_to = address WHERE kind = 'privacy.erased'")
			.update();
		this.jdbc.sql("""
				INSERT INTO mail_bounce (address, happened_at, status, reason)
				VALUES ('canari@exemple.fr', '2026-09-20', '550', '<canari@exemple.fr> inconnue')""").update();
		night();
		assertThat(holding()).isEqualTo(KEPT);
		Bilan anew = this.bilans.latest(this.past.parcours.getId()).orElseThrow();
		assertThat(anew.intact()).isTrue();
		assertThat(anew.document().story().of(Section.DONE)).contains(PersonalRecords.NOBODY);
		assertThat(anew.redactions()).singleElement()
			.satisfies(
					(redaction) -> assertThat(redaction.formerSha256()).isEqualTo(former).isNotEqualTo(anew.sha256()));
		Document page = new Pages(this.mvc, this.cast).read("/parcours/les-sources/bilan?version=2", this.past.claire);
		assertThat(page.text()).contains("Un nom a été effacé de ce bilan le", former, anew.sha256());
	}

	/** It says where a letter to her went, and often what it was about. */
	@Test
	void aMailServersReportGoesWithWhomItNames() {
		for (String whole : SPELLINGS.stream().filter((one) -> one.contains("@") || isWhole(one)).toList()) {
			reported("mailer-daemon@relais.example", "Non remis", "Votre lettre à " + whole + " est revenue.");
			reported(whole.contains("@") ? whole : whole + " <lui@autre.example>", "Absence", "Je reviens lundi.");
			reported("postmaster@relais.example", "Undelivered: " + whole, "550");
		}
		reported("postmaster@relais.example", "Le courriel de Mme Zinzolin", "<canari@exemple.fr> : boîte pleine");
		this.jdbc
			.sql("""
					INSERT INTO letter (id, kind, recipient_id, subject_id, unique_key, topic, sent_to, state, posted_at, due_at,
					                    settled_at, attempts)
					VALUES (gen_random_uuid(), 'privacy.idle', :id, :id, 'ancienne', 'ancienne', 'Oubliee@exemple.fr', 'SENT',
					        '2026-09-02', '2026-09-02', '2026-09-02', 1)""")
			.param("id", this.id)
			.update();
		reported("postmaster@relais.example", "Ailleurs", "to <oubliee@EXEMPLE.fr>: refused");
		reported("postmaster@relais.example", "De Mme Zinzolin, qui peut être une autre", "Une boîte pleine");
		reported("postmaster@relais.example", "Rien d’elle", "to <une.autre@exemple.fr>: refused");
		carryOut(this.past.canary);
		assertThat(reports()).containsExactly("De Mme Zinzolin, qui peut être une autre", "Rien d’elle");
	}

	/** Nobody looks when the time alone forgets: what is hers without a doubt goes. */
	@Test
	void theNightTakesTheReportsThatNameHer() {
		reported("postmaster@relais.example", "Par adresse", "to <canari@exemple.fr>: refused");
		reported("postmaster@relais.example", "Par nom", "to Canari Zinzolin: refused");
		reported("postmaster@relais.example", "Rien d’elle", "to <une.autre@exemple.fr>: refused");
		this.cast.forget();
		this.erasing.forgetIdle(this.id);
		this.cast.forget();
		assertThat(reports()).containsExactly("Rien d’elle");
	}

	/** Both names, or what stands for them: not one alone, which may be another's. */
	private static boolean isWhole(String spelling) {
		String plain = Spellings.plain(spelling);
		return plain.contains("zinzolin") && (plain.contains("canari") || plain.contains("ancienne"));
	}

	@Test
	void aFrozenBilanOpensForNothingButWords() {
		for (String change : List.of("UPDATE bilan SET narrative = 'autre'", "DELETE FROM bilan",
				"UPDATE bilan_redaction SET former_sha256 = ''", "DELETE FROM bilan_redaction",
				"SELECT set_config('faireavec.bilan', 'redaction', true); UPDATE bilan SET number = 7",
				"SELECT set_config('faireavec.bilan', 'redaction', true); DELETE FROM bilan",
				"SELECT set_config('faireavec.bilan', 'redaction', true); UPDATE bilan SET figures = jsonb_set(figures, '{figures,people,present}', '99')",
				"SELECT set_config('faireavec.bilan', 'redaction', true); UPDATE bilan SET figures = figures - 'narrative'")) {
			this.jdbc.sql("""
					INSERT INTO bilan_redaction (id, bilan_id, redacted_at, former_sha256)
					SELECT gen_random_uuid(), id, published_at, sha256 FROM bilan LIMIT 1""").update();
			this.jdbc.sql("SAVEPOINT tampering").update();
			assertThatThrownBy(() -> this.context.getBean(JdbcTemplate.class).execute(change)).as(change)
				.hasMessageContaining("never change");
			this.jdbc.sql("ROLLBACK TO SAVEPOINT tampering").update();
		}
	}

	/** Seeded, so that a failure is found again: the seed is in the message. */
	@Test
	void whereSheNeverSatNothingChangesToTheByte() {
		Parcours elsewhere = elsewhere();
		for (int seed = 1; seed <= 5; seed++) {
			Random random = new Random(seed);
			this.jdbc.sql("SAVEPOINT one_life").update();
			for (Declaration column : texts()) {
				plant(column, elsewhere.getId(), random);
			}
			Map<String, String> before = textsOf(elsewhere.getId());
			assertThat(before.toString()).contains("inzolin");
			carryOut(this.past.canary);
			assertThat(textsOf(elsewhere.getId())).as("seed %d", seed).isEqualTo(before);
			this.jdbc.sql("ROLLBACK TO SAVEPOINT one_life").update();
			this.cast.forget();
		}
	}

	/** Whoever calls herself « Faire Avec » and asks to be erased rewrites nothing. */
	@Test
	void aPhraseTakenForANameRewritesNothing() {
		List<List<String>> phrases = List.of(List.of("Faire", "Avec"), List.of("une belle", "année"),
				List.of("tient", "le café"), List.of("Les", "Sources"), List.of("le", "bilan"));
		elsewhere();
		for (int seed = 1; seed <= phrases.size(); seed++) {
			List<String> phrase = phrases.get(seed - 1);
			Random random = new Random(seed);
			this.jdbc.sql("SAVEPOINT one_life").update();
			String said = "On veut " + phrase.getFirst() + " " + phrase.getLast() + " " + random.nextInt(100) + ", "
					+ (phrase.getLast() + " " + phrase.getFirst()).toUpperCase(java.util.Locale.FRENCH);
			for (Declaration column : texts()) {
				write(column, said, "true");
			}
			Person vandal = this.past.canary;
			this.cast.forget();
			Impersonation.as(vandal, () -> {
				this.keeping.correct(this.id, version(), new AccountKeeping.Name(phrase.getFirst(), phrase.getLast()),
						"canari@exemple.fr");
				this.cast.flush();
				this.erasing.ask(this.id);
			});
			this.cast.flush();
			Map<String, String> before = saying(phrase);
			assertThat(before).hasSizeGreaterThan(8);
			carryOut(vandal);
			assertThat(saying(phrase)).as("seed %d", seed).isEqualTo(before);
			assertThat(this.jdbc.sql("SELECT given_name FROM person WHERE id = :id")
				.param("id", this.id)
				.query(String.class)
				.single()).isEqualTo("Personne");
			this.jdbc.sql("ROLLBACK TO SAVEPOINT one_life").update();
			this.cast.forget();
		}
	}

	@Test
	void aNameGivenOfLateCountsOnceConfirmedOrCarriedLong() {
		write(column("individual_meeting.shared_notes"), "Vu Nouvelle Mariée hier", "true");
		this.cast.forget();
		Impersonation.as(this.past.canary, () -> this.keeping.correct(this.id, version(),
				new AccountKeeping.Name("Nouvelle", "Mariée"), "canari@exemple.fr"));
		this.cast.flush();
		Pages pages = new Pages(this.mvc, this.cast);
		Person ada = this.cast.administrator("Ida", "Ministre");
		String address = "/administration/donnees/" + this.id;
		Document page = pages.read(address + "/effacement", ada);
		assertThat(page.text()).contains("Nouvelle Mariée Pas cherché").doesNotContain("Vu Nouvelle Mariée hier");
		assertThat(pages.post(address + "/nom", ada, "given", "Les", "family", "Sources"))
			.hasRedirectedUrl(address + "/effacement");
		pages.post(address + "/nom", ada, "given", "Nouvelle", "family", "Mariée");
		assertThat(pages.read(address + "/effacement", ada).text()).contains("Vu Nouvelle Mariée hier")
			.doesNotContain("Pas cherché");
		this.jdbc.sql("UPDATE known_name SET vouched = false WHERE family_name = 'Mariée'").update();
		this.cast.itIs(PastLife.START.plusDays(11).atTime(10, 0).plus(Duration.ofDays(31)));
		assertThat(this.file.subject(this.id).names()).extracting(Spellings.Name::whole).contains("Nouvelle Mariée");
	}

	/** However often somebody renames themselves, and no name that counts leaves. */
	@Test
	void namesDroppedBeforeTheyCountedAreTenAtMost() {
		this.cast.forget();
		LocalDateTime moment = PastLife.START.plusDays(20).atTime(10, 0);
		call("Carrée", "Longtemps", moment);
		for (int i = 1; i <= 30; i++) {
			call("Brève " + i, "Zinzolin", moment.plusDays(60).plusMinutes(2L * i));
			if (i % 5 == 0) {
				// Taken again for a moment, it has been carried long all the same.
				call("Carrée", "Longtemps", moment.plusDays(60).plusMinutes(2 * i + 1));
			}
		}
		assertThat(this.jdbc.sql("SELECT given_name FROM known_name WHERE person_id = :id AND given_name LIKE 'Brève%'")
			.param("id", this.id)
			.query(String.class)
			.list()).hasSize(KnownNames.DROPPED).contains("Brève 30", "Brève 21");
		assertThat(this.file.subject(this.id).names()).extracting(Spellings.Name::whole)
			.containsExactlyInAnyOrder("Ancienne Zinzolin", "Canari Zinzolin", "Carrée Longtemps");
		carryOut(this.past.canary);
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_row WHERE label || changes::text ~ 'Brève|Carrée'")
			.query(Integer.class)
			.single()).isZero();
	}

	private void call(String given, String family, LocalDateTime moment) {
		this.cast.itIs(moment);
		Impersonation.as(this.past.canary, () -> this.keeping.correct(this.id, version(),
				new AccountKeeping.Name(given, family), "canari@exemple.fr"));
		this.cast.forget();
	}

	@Test
	void eachLineIsShownAndMayBeLeftOutWithAReason() {
		write(column("individual_meeting.internal_notes"), "Vu l’autre Canari Zinzolin, de la mairie",
				"t.enrolment_id = '" + this.past.enrolment.getId() + "'");
		Pages pages = new Pages(this.mvc, this.cast);
		Person ada = this.cast.administrator("Ida", "Ministre");
		String address = "/administration/donnees/" + this.id + "/effacement";
		Document page = pages.read(address, ada);
		assertThat(page.text()).contains("Vu l’autre Canari Zinzolin, de la mairie",
				"Vu l’autre Personne effacée, de la mairie", "Rendez-vous individuel Les Sources, Recyclerie");
		String seal = page.select("input[name=seal]").attr("value");
		String key = page.select("li:contains(de la mairie) input[name=leftOut]").attr("value");
		var silent = pages.post(address, ada, "seal", seal, "leftOut", key);
		assertThat(silent).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Pages.document(silent).text()).contains("Dites pourquoi ces lignes restent");
		assertThat(Pages.document(silent).select("input[value=" + key + "]").hasAttr("checked")).isTrue();
		var stale = pages.post(address, ada, "seal", "autre");
		assertThat(stale).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Pages.document(stale).text()).contains("Les textes ont changé");
		assertThat(
				pages.post(address, ada, "seal", seal, "leftOut", key, "reason", "Canari Zinzolin de la mairie existe"))
			.hasRedirectedUrl("/administration/donnees");
		assertThat(this.jdbc.sql("SELECT internal_notes FROM individual_meeting WHERE internal_notes <> ''")
			.query(String.class)
			.set()).containsExactly("Vu l’autre Canari Zinzolin, de la mairie");
		assertThat(this.jdbc.sql("SELECT changes::text FROM audit_row WHERE what = 'privacy.erased'")
			.query(String.class)
			.single()).contains("Personne effacée de la mairie existe", "\"left\": [null, \"1\"]")
			.doesNotContain("Zinzolin");
	}

	/** Nobody looks at night: what may mean somebody else stays. */
	@Test
	void theNightLeavesWhatMayMeanANamesake() {
		this.cast.person("Paul", "Zinzolin");
		this.cast.flush();
		write(column("individual_meeting.shared_notes"), "Mme Zinzolin et Canari Zinzolin", "true");
		assertThat(this.mentions.of(this.file.subject(this.id)).mentions()).filteredOn(Mention::doubtful)
			.extracting(Mention::named)
			.contains("Mme Zinzolin");
		this.jdbc.sql("UPDATE mandate SET state = 'ENDED', ends_on = '2026-09-12' WHERE person_id = :id")
			.param("id", this.id)
			.update();
		this.cast.forget();
		this.erasing.forgetIdle(this.id);
		assertThat(this.jdbc.sql("SELECT shared_notes FROM individual_meeting WHERE shared_notes <> ''")
			.query(String.class)
			.set()).containsExactly("Mme Zinzolin et Personne effacée");
	}

	@Test
	void whatChangedMeanwhileIsLookedAtAgain() {
		Review seen = new Review(this.mentions.of(this.file.subject(this.id)).seal(), Set.of(), "");
		write(column("individual_meeting.shared_notes"), "Encore Canari Zinzolin", "true");
		assertThatThrownBy(() -> this.erasing.carryOut(this.id, seen)).isInstanceOf(Refusal.class)
			.hasMessage("privacy.review.changed");
	}

	private Parcours elsewhere() {
		Parcours elsewhere = this.cast.parcours("Ailleurs", PastLife.START, this.cast.facilitator("Malik", "Dubreuil"));
		var enrolment = this.cast.enrol(elsewhere, this.cast.structure("Ailleurs aussi"));
		Person pilot = this.cast.person("Aline", "Ailleurs");
		this.cast.pilot(enrolment, pilot, PastLife.START);
		this.cast.flush();
		Impersonation.as(pilot, () -> this.context.getBean(ActionLogging.class)
			.log(Ids.next(), elsewhere.getId(), enrolment.getId(), ActionDraft.titled("Ailleurs")));
		this.cast.flush();
		return elsewhere;
	}

	/**
	 * Texts declared to be redacted, in tables of a parcours that may be written by hand.
	 */
	private List<Declaration> texts() {
		return this.register.personal()
			.stream()
			.filter((column) -> "redacted".equals(column.erasure()))
			.filter((
					column) -> !Set.of("audit_row", "bilan", "demo_letter", "erasure_request").contains(column.table()))
			.filter((column) -> !"organisation".equals(column.column()))
			.toList();
	}

	private Declaration column(String name) {
		return this.register.declarations().stream().filter((one) -> one.name().equals(name)).findAny().orElseThrow();
	}

	private static String parcoursOf(String table) {
		return switch (table) {
			case "parcours" -> "t.id";
			case "collective_session", "enrolment", "letter_choice", "meeting_slot", "cohort_message", "date_poll",
					"action_draft", "narrative_section" ->
				"t.parcours_id";
			case "session_guest", "guest_speaker", "reply" ->
				"(SELECT s.parcours_id FROM collective_session s WHERE s.id = t.session_id)";
			case "calendar_entry" -> "(SELECT coalesce(s.parcours_id, e.parcours_id) FROM calendar_entry c "
					+ "LEFT JOIN collective_session s ON s.id = c.session_id LEFT JOIN individual_meeting m ON m.id = c.meeting_id "
					+ "LEFT JOIN enrolment e ON e.id = m.enrolment_id WHERE c.id = t.id)";
			case "action_note" ->
				"(SELECT e.parcours_id FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id WHERE a.id = t.id)";
			case "bilan_haste" -> "(SELECT b.parcours_id FROM bilan b WHERE b.id = t.id)";
			case "evidence_piece", "action_comment" ->
				"(SELECT e.parcours_id FROM logged_action a JOIN enrolment e ON e.id = a.enrolment_id "
						+ "WHERE a.id = t.action_id)";
			case "evidence_authorisation" ->
				"(SELECT e.parcours_id FROM evidence_piece i JOIN logged_action a ON a.id = i.action_id "
						+ "JOIN enrolment e ON e.id = a.enrolment_id WHERE i.id = t.piece_id)";
			case "poll_day", "poll_reply" -> "(SELECT p.parcours_id FROM date_poll p WHERE p.id = t.poll_id)";
			default -> "(SELECT e.parcours_id FROM enrolment e WHERE e.id = t.enrolment_id)";
		};
	}

	/**
	 * Those a column may hold: where a name is written, neither an address nor odd
	 * spaces.
	 */
	private static List<String> spellings(Declaration column) {
		boolean ofNames = Set
			.of("mandate.signatory", "session_guest.name", "guest_speaker.name", "reply.replacement_name")
			.contains(column.name());
		return ofNames ? SPELLINGS.stream().filter((one) -> one.matches("[\\p{L} .,-]+")).toList() : SPELLINGS;
	}

	private void plant(Declaration column, UUID parcours, Random random) {
		List<String> spellings = spellings(column);
		String text = "Vu avec l’appui de " + spellings.get(random.nextInt(spellings.size())) + ", "
				+ random.nextInt(1000);
		write(column, text, parcoursOf(column.table()) + " = '" + parcours + "'");
	}

	/** In every row where the rules of the table let such a text be. */
	private void write(Declaration column, String text, String where) {
		this.cast.flush();
		String others = switch (column.name()) {
			case "enrolment.withdrawal_reason" -> ", state = 'WITHDRAWN', withdrawn_on = active_from";
			case "collective_session.cancel_reason", "individual_meeting.cancel_reason" ->
				", state = 'CANCELLED', held_at = NULL, cancelled_at = '2026-09-02'";
			case "parcours.closing_reason" -> ", status = 'CLOSED', started_at = created_at, closed_at = created_at";
			case "mandate.signatory" -> ", signed_on = starts_on";
			case "calendar_entry.why" -> ", why_said_at = changed_at";
			default -> "";
		};
		String only = switch (column.name()) {
			case "collective_session.cancel_reason" -> " AND t.state IN ('TO_PLAN', 'CANCELLED')";
			default -> "";
		};
		this.jdbc
			.sql("UPDATE " + column.table() + " t SET " + column.column() + " = left(:text, 110)" + others + " WHERE "
					+ where + only)
			.param("text", text)
			.update();
	}

	private String told() {
		return "Une belle année. " + String.join(" ; ", SPELLINGS) + ". Et après.";
	}

	/** Each field of her parcours says her otherwise, and long ones in every way. */
	private void plantEverywhere() {
		List<Declaration> texts = texts();
		for (int i = 0; i < texts.size(); i++) {
			Declaration column = texts.get(i);
			int at = i;
			Set<String> said = new TreeSet<>();
			for (int k = 0; k < 3; k++) {
				List<String> spellings = spellings(column);
				said.add(spellings.get((at * 3 + k) % spellings.size()));
			}
			String text = "session_guest".equals(column.table()) ? "Canari Zinzolin"
					: "Vu " + String.join(" et ", said);
			write(column, text, "session_guest".equals(column.table()) ? "t.organisation = 'Maison Mauve'"
					: parcoursOf(column.table()) + " = '" + this.past.parcours.getId() + "'");
		}
		for (String column : List.of("minutes", "objectives")) {
			this.jdbc.sql("UPDATE collective_session SET " + column + " = :told WHERE parcours_id = :parcours")
				.param("told", told())
				.param("parcours", this.past.parcours.getId())
				.update();
		}
		this.jdbc
			.sql("""
					UPDATE logged_action SET state = 'DONE', starts_on = '2026-09-05', ends_on = '2026-09-06', learning = :told,
					  shared_bilan = true""")
			.param("told", told())
			.update();
		this.cast.forget();
		for (UUID subject : List.of(this.id, this.past.parcours.getId())) {
			this.context.publishEvent(new Noted("session.described", subject, this.past.parcours.getId(),
					"Jour 1 avec Mme Zinzolin", Changes.none().note("minutes", told(), "Avec Canari Zinz…")));
		}
		this.context.publishEvent(new Noted("letter.resent", Ids.next(), null, "Canari Zinzolin"));
		Person claire = this.past.claire;
		this.jdbc
			.sql("""
					INSERT INTO import_draft (person_id, id, parcours_id, content, kept_at)
					VALUES (:claire, gen_random_uuid(), :parcours, 'Structure;Nom;Prénom' || chr(10) || 'Une;ZINZOLIN;Canari', '2026-09-12')""")
			.param("claire", claire.getId())
			.param("parcours", this.past.parcours.getId())
			.update();
		this.jdbc
			.sql("""
					INSERT INTO action_draft (id, version, person_id, parcours_id, title, description, learning, rest, kept_at)
					VALUES (gen_random_uuid(), 0, :claire, :parcours, :told, :told, :told, 'startsOn=avec Canari Zinzolin' || chr(10), '2026-09-12')""")
			.param("claire", claire.getId())
			.param("parcours", this.past.parcours.getId())
			.param("told", told())
			.update();
		for (String sql : List.of("""
				INSERT INTO action_comment (id, version, action_id, author_id, words, written_at)
				SELECT gen_random_uuid(), 0, a.id, :claire, :told, '2026-09-12' FROM logged_action a""", """
				INSERT INTO action_note (id, version, words, written_by, written_at)
				SELECT a.id, 0, :told, :claire, '2026-09-12' FROM logged_action a""")) {
			assertThat(this.jdbc.sql(sql).param("claire", claire.getId()).param("told", told()).update()).isPositive();
		}
		this.jdbc.sql("""
				INSERT INTO narrative_section (id, version, parcours_id, section, words, taken, written_at, page)
				VALUES (gen_random_uuid(), 0, :parcours, 'DONE', :told, '', '2026-09-12', gen_random_uuid())""")
			.param("parcours", this.past.parcours.getId())
			.param("told", told())
			.update();
		this.jdbc.sql("""
				INSERT INTO mail_bounce (address, happened_at, status, reason)
				VALUES ('canari.avant@exemple.fr', '2026-09-02', '550', 'inconnue')""").update();
		this.cast.flush();
	}

	/** What a mail server said of her, in each of its parts. */
	private void reported(String sender, String subject, String words) {
		this.jdbc.sql("""
				INSERT INTO mail_report (id, heard_at, sender, subject, words)
				VALUES (gen_random_uuid(), '2026-09-03', :sender, :subject, :words)""")
			.param("sender", sender)
			.param("subject", subject)
			.param("words", words)
			.update();
	}

	private List<@Nullable String> reports() {
		return this.jdbc.sql("SELECT subject FROM mail_report ORDER BY subject").query(String.class).list();
	}

	private Map<String, String> textsOf(UUID parcours) {
		Map<String, String> texts = new TreeMap<>();
		for (Declaration column : texts()) {
			this.jdbc
				.sql("SELECT t.id::text, t." + column.column() + "::text FROM " + column.table() + " t WHERE "
						+ parcoursOf(column.table()) + " = :parcours AND t." + column.column() + " IS NOT NULL")
				.param("parcours", parcours)
				.query((row) -> {
					texts.put(column.name() + " " + row.getString(1), row.getString(2));
				});
		}
		return texts;
	}

	/** Whatever says these words anywhere, but in rows about herself. */
	private Map<String, String> saying(List<String> phrase) {
		this.cast.flush();
		String wanted = Spellings.plain(phrase.getFirst() + " " + phrase.getLast());
		String back = Spellings.plain(phrase.getLast() + " " + phrase.getFirst());
		Map<String, String> saying = new TreeMap<>();
		List<Declaration> all = new ArrayList<>(texts());
		all.addAll(List.of(column("audit_row.label"), column("audit_row.changes"), column("bilan.figures")));
		for (Declaration column : all) {
			String hers = "audit_row".equals(column.table()) ? " WHERE t.subject_id <> '" + this.id + "'" : "";
			this.jdbc.sql("SELECT t.id::text, t." + column.column() + "::text FROM " + column.table() + " t" + hers)
				.query((row) -> {
					String text = String.valueOf(row.getString(2));
					if (Spellings.plain(text).contains(wanted) || Spellings.plain(text).contains(back)) {
						saying.put(column.name() + " " + row.getString(1), text);
					}
				});
		}
		return saying;
	}

	/** The whole database: which columns still say her. */
	private Set<String> holding() {
		this.cast.flush();
		Set<String> holding = new TreeSet<>();
		for (Declaration column : this.register.declarations()) {
			for (String text : this.jdbc
				.sql("SELECT DISTINCT " + column.column() + "::text FROM " + column.table() + " WHERE "
						+ column.column() + " IS NOT NULL")
				.query(String.class)
				.list()) {
				String plain = Spellings.plain(String.valueOf(text));
				if (plain.contains("zinzolin") || plain.contains("canari")) {
					holding.add(column.name());
				}
			}
		}
		return holding;
	}

	private int version() {
		return this.jdbc.sql("SELECT version FROM person WHERE id = :id")
			.param("id", this.id)
			.query(Integer.class)
			.single();
	}

	private void carryOut(Person person) {
		this.cast.forget();
		Impersonation.as(this.past.claire, () -> this.erasing.carryOut(person.getId(),
				new Review(this.mentions.of(this.file.subject(person.getId())).seal(), Set.of(), "")));
		this.cast.forget();
	}

	private void night() {
		this.cast.itIs(LocalDate.of(2026, 9, 21).atTime(3, 30));
		this.context.getBeansOfType(Job.class)
			.values()
			.stream()
			.filter((job) -> job.rhythm() instanceof Job.Rhythm.DailyAt)
			.forEach(Job::run);
	}

}
