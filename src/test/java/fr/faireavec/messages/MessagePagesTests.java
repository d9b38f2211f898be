package fr.faireavec.messages;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Leaving;
import fr.faireavec.kernel.Ids;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.replies.Answer;
import fr.faireavec.replies.AnswerWay;
import fr.faireavec.replies.Replying;
import fr.faireavec.replies.Said;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The animation writes to the cohort: read before it leaves, once a person, kept. */
@IntegrationTest
class MessagePagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final LocalDate DAY = LocalDate.of(2026, 11, 17);

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private Leaving leaving;

	@Autowired
	private Replying replying;

	@Autowired
	private AccountKeeping accounts;

	@Autowired
	private MessageLetter letters;

	@Autowired
	private JdbcClient jdbc;

	private final String key = UUID.randomUUID().toString();

	private Pages pages;

	private Person claire;

	private Person ines;

	private Person nora;

	private Person hugo;

	private Parcours parcours;

	private Enrolment recyclerie;

	private Enrolment cantine;

	private String list;

	@BeforeEach
	void aCohort() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.nora = this.cast.person("Nora", "Leclercq");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.copilot(this.recyclerie, this.nora, START);
		this.cast.pilot(this.cantine, this.hugo, START);
		this.cast.copilot(this.cantine, this.nora, START);
		this.scheduling.schedule(this.parcours.getId(), 1, 0, new SessionPlan(
				List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(12, 30))), Mode.PRESENTIEL, "", "", ""));
		this.list = "/parcours/" + this.parcours.getSlug() + "/messages";
		this.cast.forget();
	}

	@Test
	void itIsReadBeforeItLeaves() {
		Person mute = this.accounts.register(new AccountKeeping.Name("Sans", "Courriel"), null);
		Enrolment third = this.cast.enrol(this.parcours, this.cast.structure("Lire Ensemble"));
		this.cast.pilot(third, mute, START);
		String[] form = form("audience", "EVERYBODY", "rank", "1");
		MvcTestResult shown = this.pages.post(this.list + "/nouveau", this.claire, form);
		assertThat(shown).hasStatus(422);
		Document preview = Pages.document(shown);
		assertThat(preview.select("h1").text()).isEqualTo("Relisez avant d’envoyer");
		assertThat(preview.select("#destinataires").text()).isEqualTo("3 personnes");
		assertThat(preview.text()).contains("Rien n’est encore parti", "Train supprimé", "On démarre à 10 h",
				"Nora Leclercq Cantine Coop, Recyclerie du Canal", "Sans adresse", "Sans Courriel Lire Ensemble",
				"claire.vasseur@demo.example", "Jour 1");
		assertThat(letters()).isZero();
		Document back = Pages.document(
				this.pages.post(this.list + "/nouveau", this.claire, with(read(preview, form), "correcting", "true")));
		assertThat(back.select("textarea[name=words]").text()).contains("On démarre à 10 h");
		assertThat(back.select("input[name=audience][checked]").val()).isEqualTo("EVERYBODY");
		assertThat(letters()).isZero();
		for (int press = 0; press < 2; press++) {
			assertThat(this.pages.post(this.list + "/nouveau", this.claire, read(preview, form)))
				.hasStatus3xxRedirection();
		}
		assertThat(letters()).as("one a person, whoever presses twice").isEqualTo(3);
		Document listed = this.pages.read(this.list, this.claire);
		assertThat(listed.text()).contains("Train supprimé", "Claire Vasseur, le 1er octobre 2026 à 10 h",
				"À tout le monde", "3 personnes", "1 personne sans adresse", "Jour 1");
		Document sent = this.pages.read(listed.select("ul.dates a").attr("href"), this.claire);
		assertThat(sent.text()).contains("Inès Carpentier", "Nora Leclercq", "Hugo Lemaire")
			.doesNotContain("Sans Courriel");
		assertThat(this.jdbc.sql("SELECT changes::text FROM audit_row WHERE what = 'message.sent'")
			.query(String.class)
			.single()).contains("Train supprimé", "EVERYBODY").doesNotContain("démarre");
	}

	/** Who left between reading and sending, or came: the list is read again. */
	@Test
	void anotherListIsReadAgain() {
		String[] form = form("audience", "EVERYBODY");
		Document preview = Pages.document(this.pages.post(this.list + "/nouveau", this.claire, form));
		Person paul = this.cast.person("Paul", "Tison");
		this.cast.pilot(this.cast.enrol(this.parcours, this.cast.structure("Lire Ensemble")), paul, START);
		MvcTestResult again = this.pages.post(this.list + "/nouveau", this.claire, read(preview, form));
		assertThat(again).hasStatus(422);
		assertThat(Pages.document(again).text()).contains("Paul Tison");
		assertThat(letters()).isZero();
	}

	@Test
	void someStructuresAlone() {
		assertThat(Pages.document(this.pages.post(this.list + "/nouveau", this.claire, form("audience", "STRUCTURES")))
			.select("#structures-error")
			.text()).contains("au moins une structure");
		send("audience", "STRUCTURES", "structures", this.cantine.getId().toString());
		assertThat(recipients()).containsExactlyInAnyOrder(this.hugo.getId(), this.nora.getId());
		assertThat(this.pages.read(this.list, this.claire).text()).contains("À quelques structures", "Cantine Coop")
			.doesNotContain("Recyclerie");
		Parcours other = this.cast.parcours("Rivières", START, this.claire);
		Enrolment elsewhere = this.cast.enrol(other, this.cast.structure("Garage"));
		this.cast.pilot(elsewhere, this.cast.person("Odile", "Ailleurs"), START);
		assertThat(this.pages.post(this.list + "/nouveau", this.claire,
				form("audience", "STRUCTURES", "structures", elsewhere.getId().toString())))
			.hasStatus(422);
	}

	@Test
	void whoComesWhoDoesNotWhoSaidNothing() {
		UUID day = this.jdbc.sql("SELECT id FROM collective_session WHERE parcours_id = :p AND rank = 1")
			.param("p", this.parcours.getId())
			.query(UUID.class)
			.single();
		assertThat(day).isNotNull();
		this.replying.answer(this.parcours.getId(), 1, this.ines.getId(), Said.of(Answer.COMING),
				AnswerWay.BY_FACILITATOR);
		this.replying.answer(this.parcours.getId(), 1, this.hugo.getId(), Said.of(Answer.NOT_COMING),
				AnswerWay.BY_FACILITATOR);
		assertThat(Pages.document(this.pages.post(this.list + "/nouveau", this.claire, form("audience", "WHO_COMES")))
			.select("#rank-error")
			.text()).contains("de quelle séance");
		send("audience", "WHO_COMES", "rank", "1");
		assertThat(recipients()).containsExactly(this.ines.getId());
		send("audience", "WHO_DOES_NOT", "rank", "1", "key", UUID.randomUUID().toString());
		assertThat(recipients()).containsExactly(this.hugo.getId());
		send("audience", "WHO_IS_SILENT", "rank", "1", "key", UUID.randomUUID().toString());
		assertThat(recipients()).containsExactly(this.nora.getId());
	}

	@Test
	void itStaysWithTheDayForThoseWhoGotIt() {
		send("audience", "STRUCTURES", "structures", this.recyclerie.getId().toString(), "rank", "1");
		String day = "/parcours/" + this.parcours.getSlug() + "/seances/1";
		assertThat(this.pages.read(day, this.claire).text()).contains("Train supprimé", "On démarre à 10 h",
				"2 personnes");
		assertThat(this.pages.read(day, this.claire).select("a[href$='nouveau?jour=1']")).isNotEmpty();
		assertThat(this.pages.read(this.list + "/nouveau?jour=1", this.claire).select("option[selected]").val())
			.isEqualTo("1");
		assertThat(this.pages.read(day, this.ines).text()).contains("Train supprimé", "On démarre à 10 h");
		assertThat(this.pages.read(day, this.hugo).text()).doesNotContain("Train supprimé");
		for (Person other : List.of(this.ines, this.hugo)) {
			assertThat(this.pages.get(this.list, other)).hasStatus(404);
		}
	}

	@Test
	void theLetterIsAnsweredToItsWriter() {
		send("audience", "EVERYBODY", "rank", "1");
		Envelope envelope = envelope(this.ines);
		Letter letter = this.letters.render(envelope);
		assertThat(letter.subject()).isEqualTo("Train supprimé");
		assertThat(letter.answers()).isEqualTo("claire.vasseur@demo.example");
		assertThat(letter.blocks()).contains(new Letter.Block.Text("On démarre à 10 h."),
				new Letter.Block.Text("Venez quand même !\nLe café attendra."));
		assertThat(letter.blocks().toString()).contains("Claire Vasseur", "17 novembre 2026", "/seances/1");
		assertThat(this.letters.isOptional()).isFalse();
		this.accounts.disable(this.claire.getId());
		this.cast.forget();
		assertThat(this.letters.render(envelope).answers()).as("nobody reads there any more").isNull();
	}

	@Test
	void whoeverLeftMeanwhileIsNotWrittenTo() {
		send("audience", "EVERYBODY");
		assertThat(this.letters.stillDue(envelope(this.hugo))).isTrue();
		Enrolment gone = this.cantine;
		this.leaving.withdraw(this.parcours.getId(), gone.getId(),
				this.jdbc.sql("SELECT version FROM enrolment WHERE id = :id")
					.param("id", gone.getId())
					.query(Integer.class)
					.single(),
				START, "Fin de l’activité");
		this.cast.forget();
		assertThat(this.letters.stillDue(envelope(this.hugo))).isFalse();
		assertThat(this.letters.stillDue(envelope(this.nora))).as("of the other structure still").isTrue();
	}

	@Test
	void manyInAnHourAreTooMany() {
		for (int n = 0; n < CohortWriting.MOST_AN_HOUR; n++) {
			send("audience", "EVERYBODY", "key", UUID.randomUUID().toString());
		}
		String[] form = form("audience", "EVERYBODY", "key", UUID.randomUUID().toString());
		Document preview = Pages.document(this.pages.post(this.list + "/nouveau", this.claire, form));
		MvcTestResult refused = this.pages.post(this.list + "/nouveau", this.claire, read(preview, form));
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).text()).contains("en une heure");
		assertThat(Pages.document(refused).select("textarea[name=words]").text()).contains("On démarre");
		this.cast.itIs(START.atTime(11, 1));
		assertThat(this.pages.post(this.list + "/nouveau", this.claire, read(preview, form))).hasStatus3xxRedirection();
	}

	@Test
	void whatIsEmptyOrTooLongIsRefusedBesideItsField() {
		Document empty = Pages
			.document(this.pages.post(this.list + "/nouveau", this.claire, "audience", "EVERYBODY", "subject", " "));
		assertThat(empty.select("#subject-error, #words-error")).hasSize(2);
		Document long_ = Pages.document(this.pages.post(this.list + "/nouveau", this.claire, "audience", "EVERYBODY",
				"subject", "o".repeat(151), "words", "m".repeat(5001)));
		assertThat(long_.select("#subject-error, #words-error")).hasSize(2);
		assertThat(long_.select("textarea[name=words]").text()).hasSize(5001);
		assertThat(this.pages.post(this.list + "/nouveau", this.claire, form("audience", "EVERYBODY", "rank", "40")))
			.hasStatus(422);
	}

	@Test
	void pagesCostFewStatementsHoweverManyMessages() {
		send("audience", "EVERYBODY", "rank", "1");
		String day = "/parcours/" + this.parcours.getSlug() + "/seances/1";
		int listed = this.pages.statements(this.list, this.claire);
		int shown = this.pages.statements(day, this.claire);
		for (int n = 0; n < 4; n++) {
			send("audience", "EVERYBODY", "rank", "1", "key", UUID.randomUUID().toString());
		}
		assertThat(this.pages.statements(this.list, this.claire)).isEqualTo(listed).isLessThanOrEqualTo(15);
		assertThat(this.pages.statements(day, this.claire)).isEqualTo(shown).isLessThanOrEqualTo(15);
	}

	private void send(String... more) {
		String[] form = form(more);
		Document preview = Pages.document(this.pages.post(this.list + "/nouveau", this.claire, form));
		assertThat(this.pages.post(this.list + "/nouveau", this.claire, read(preview, form))).hasStatus3xxRedirection();
	}

	private String[] form(String... more) {
		List<String> all = new ArrayList<>();
		if (!List.of(more).contains("key")) {
			all.addAll(List.of("key", this.key));
		}
		all.addAll(List.of("subject", "Train supprimé", "words",
				"On démarre à 10 h.\r\n\r\nVenez quand même !\r\nLe café attendra."));
		all.addAll(List.of(more));
		return all.toArray(String[]::new);
	}

	private static String[] read(Document page, String[] form) {
		String[] all = form;
		for (Element accepted : page.select("input[name=accepted]")) {
			all = with(all, "accepted", accepted.val());
		}
		return all;
	}

	private static String[] with(String[] form, String name, String value) {
		List<String> all = new ArrayList<>(List.of(form));
		all.add(name);
		all.add(value);
		return all.toArray(String[]::new);
	}

	private long letters() {
		this.cast.flush();
		return this.jdbc.sql("SELECT count(*) FROM letter WHERE kind = 'messages.cohort'").query(Long.class).single();
	}

	/** Of the last one. */
	private List<UUID> recipients() {
		this.cast.flush();
		return this.jdbc.sql("""
				SELECT DISTINCT person_id FROM message_recipient
				WHERE message_id = (SELECT id FROM cohort_message ORDER BY sent_at DESC, id DESC LIMIT 1)""")
			.query((row, n) -> UUID.fromString(row.getString(1)))
			.list();
	}

	private Envelope envelope(Person person) {
		this.cast.flush();
		UUID message = this.jdbc.sql("SELECT id FROM cohort_message ORDER BY sent_at DESC, id DESC LIMIT 1")
			.query(UUID.class)
			.single();
		return new Envelope(Ids.next(), person.getId(), person.getName(), String.valueOf(person.getEmail()), message,
				null, START.atTime(10, 0).atZone(fr.faireavec.kernel.Zones.PARIS).toInstant());
	}

}
