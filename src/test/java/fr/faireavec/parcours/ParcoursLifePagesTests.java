package fr.faireavec.parcours;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ParcoursLifePagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AccountKeeping keeping;

	@Autowired
	private Accounts accounts;

	@Autowired
	private AllParcours allParcours;

	@Autowired
	private List<LetterKind> kinds;

	@Autowired
	private MovableClock clock;

	private Pages pages;

	private Person claire;

	private Person ines;

	@BeforeEach
	void aRunningParcours() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.plusDays(10).atTime(9, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		Parcours parcours = this.cast.parcours("Pays de test", START, this.claire);
		Enrolment enrolment = this.cast.enrol(parcours, this.cast.structure("Recyclerie"));
		this.cast.pilot(enrolment, this.ines, START);
		this.cast.forget();
	}

	/**
	 * Rule 13: seven days and two meetings stand in the way, and a written reason
	 * overrides them.
	 */
	@Test
	void whatIsNotHeldIsSaidAndAWrittenReasonOverrides() {
		assertThat(this.pages.read("/parcours/pays-de-test/cloture", this.claire).text()).contains("7", "2");
		assertThat(act("cloture", "reason", "  ")).hasStatus(422);
		assertThat(status()).isEqualTo("RUNNING");
		assertThat(act("cloture", "reason", "La convention s’arrête.")).hasStatus3xxRedirection();
		assertThat(status()).isEqualTo("CLOSED");
		assertThat(this.jdbc.sql("SELECT state FROM enrolment").query(String.class).single()).isEqualTo("COMPLETED");
	}

	/**
	 * Who runs a parcours is said by an act of its own, written and told to whoever it is
	 * about and to the others; only somebody offered joins.
	 */
	@Test
	void whoRunsItIsWrittenAndTold() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Person gone = this.cast.facilitator("Zoé", "Partie");
		this.keeping.disable(gone.getId());
		this.cast.flush();
		Document page = this.pages.read("/parcours/pays-de-test/animation", this.claire);
		assertThat(page.select("select[name=person]").text()).contains("Malik Dubreuil (malik.dubreuil@demo.example)")
			.doesNotContain("Claire Vasseur", "Inès Carpentier", "Zoé Partie");
		for (Person other : List.of(this.ines, gone, this.claire)) {
			MvcTestResult refused = act("animation", "person", other.getId().toString());
			assertThat(refused).hasStatus(422);
			assertThat(Pages.document(refused).select("#person-error").text()).isNotEmpty();
		}
		assertThat(act("animation", "person", malik.getId().toString())).hasStatus3xxRedirection();
		assertThat(last()).isEqualTo("parcours.facilitatorAdded Malik Dubreuil");
		assertThat(told()).containsExactly("Malik");
		assertThat(this.pages.get("/parcours/pays-de-test", malik)).hasStatusOk();
		assertThat(this.pages.post("/parcours/pays-de-test/animation/" + malik.getId() + "/fin", malik)).hasStatus(422);
		this.cast.forget();
		assertThat(this.pages.post("/parcours/pays-de-test/animation/" + this.claire.getId() + "/fin", malik))
			.hasStatus3xxRedirection();
		assertThat(last()).isEqualTo("parcours.facilitatorRemoved Claire Vasseur");
		assertThat(told()).containsExactly("Claire");
		assertThat(this.pages.get("/parcours/pays-de-test", this.claire)).hasStatus(404);
		Person ada = this.cast.administrator("Ada", "Minard");
		assertThat(this.pages.post("/parcours/pays-de-test/animation/" + malik.getId() + "/fin", ada)).hasStatus(422);
	}

	/** A name may be borrowed: an address is its owner's. */
	@Test
	void nobodyIsTakenForSomebodyElseByTheNameTheyGaveThemselves() {
		this.cast.facilitator("Zoé", "Martin");
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		Impersonation.as(malik, () -> this.keeping.present(malik.getId(), malik.getVersion(),
				new AccountKeeping.Name("Zoé", "Martin"), null, false));
		this.cast.forget();
		String hers = "Zoé Martin (zoe.martin@demo.example)";
		String his = "Zoé Martin (malik.dubreuil@demo.example, nom que la personne s’est donné le 11 septembre 2026)";
		String animation = "/parcours/pays-de-test/animation";
		assertThat(this.pages.read(animation, this.claire).select("select[name=person] option").eachText())
			.contains(hers, his);
		assertThat(this.pages.read("/parcours/nouveau", this.claire).select("label.option > span > span").eachText())
			.contains(hers, his);
		assertThat(act("animation", "person", malik.getId().toString())).hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(this.pages.read(animation, this.claire).select("ul.todo").text()).contains(his);
		UUID parcours = this.jdbc.sql("SELECT id FROM parcours").query(UUID.class).single();
		Letter letter = this.kinds.stream()
			.filter((kind) -> kind.name().equals("parcours.facilitation"))
			.findFirst()
			.orElseThrow()
			.render(new Envelope(UUID.randomUUID(), this.claire.getId(), "", "", parcours, "added:" + malik.getId(),
					this.clock.instant()));
		assertThat(letter.blocks().toString()).contains(his);
		this.clock.moveTo(this.clock.instant().plus(Duration.ofDays(31)));
		assertThat(this.pages.read(animation, this.claire).select("ul.todo").text()).contains("(malik.dubreuil@")
			.doesNotContain("s’est donné");
	}

	/** The internal notes are the animation's: it hears of it. */
	@Test
	void theAdministrationJoinsAloud() {
		Person ada = this.cast.administrator("Ada", "Minard");
		assertThat(this.pages.read("/parcours/pays-de-test/animation", ada).text()).contains("notes internes");
		assertThat(this.pages.post("/parcours/pays-de-test/animation", ada, "person", ada.getId().toString()))
			.hasStatus3xxRedirection();
		assertThat(last()).isEqualTo("parcours.administrationJoined Ada Minard");
		assertThat(told()).containsExactly("Claire");
		assertThat(this.pages.read("/parcours/pays-de-test/historique", this.claire).text()).contains("notes internes");
	}

	/** A role taken and given back opens none of the parcours run before. */
	@Test
	void aRoleTakenTakesItsParcours() {
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		act("animation", "person", malik.getId().toString());
		told();
		this.keeping.entrust(malik.getId(), version(malik), null);
		this.cast.forget();
		assertThat(this.pages.get("/parcours/pays-de-test", malik)).hasStatus(404);
		assertThat(last()).isEqualTo("parcours.facilitatorRemoved Malik Dubreuil");
		assertThat(told()).containsExactlyInAnyOrder("Claire", "Malik");
		this.keeping.entrust(malik.getId(), version(malik), Role.FACILITATOR);
		this.cast.forget();
		assertThat(this.pages.get("/parcours/pays-de-test", malik)).hasStatus(404);
	}

	/** A line left from before, or written past the rules, opens nothing. */
	@Test
	void aLineWithoutARoleRunsNothing() {
		this.jdbc.sql("INSERT INTO parcours_facilitator SELECT id, :person FROM parcours")
			.param("person", this.ines.getId())
			.update();
		UUID parcours = this.jdbc.sql("SELECT id FROM parcours").query(UUID.class).single();
		assertThat(this.allParcours.isRunBy(parcours, this.claire.getId())).isTrue();
		assertThat(this.allParcours.isRunBy(parcours, this.ines.getId())).isFalse();
		this.keeping.disable(this.claire.getId());
		assertThat(this.allParcours.isRunBy(parcours, this.claire.getId())).isFalse();
	}

	private int version(Person person) {
		this.cast.flush();
		return this.accounts.ofPerson(person.getId()).orElseThrow().getVersion();
	}

	private String last() {
		this.cast.forget();
		return this.jdbc
			.sql("SELECT what || ' ' || label FROM audit_row WHERE what LIKE 'parcours.%' ORDER BY id DESC LIMIT 1")
			.query(String.class)
			.single();
	}

	/** To whom letters about the facilitation wait; forgotten once read. */
	private List<@Nullable String> told() {
		List<@Nullable String> told = this.jdbc.sql("""
				SELECT p.given_name FROM letter l JOIN person p ON p.id = l.recipient_id
				WHERE l.kind = 'parcours.facilitation' ORDER BY 1
				""").query(String.class).list();
		this.jdbc.sql("DELETE FROM letter WHERE kind = 'parcours.facilitation'").update();
		return told;
	}

	/**
	 * Closing keeps people in, so that they complete their actions; archiving shows them
	 * out.
	 */
	@Test
	void peopleStayUntilItIsArchived() {
		act("cloture", "reason", "La convention s’arrête.");
		this.cast.forget();
		assertThat(this.pages.get("/parcours/pays-de-test/journal/nouvelle-action", this.ines)).hasStatusOk();
		assertThat(
				this.pages.get("/parcours/pays-de-test/seances/1/programmation", this.claire).getResponse().getStatus())
			.isLessThan(500);
		this.cast.forget();
		assertThat(act("archivage", "", "")).hasStatus3xxRedirection();
		this.cast.forget();
		assertThat(status()).isEqualTo("ARCHIVED");
		assertThat(this.pages.get("/parcours/pays-de-test", this.ines)).hasStatus(404);
		assertThat(this.pages.get("/parcours/pays-de-test", this.claire)).hasStatusOk();
	}

	@Test
	void onlyWhatRunsIsClosedAndOnlyWhatIsClosedIsArchived() {
		assertThat(act("archivage", "", "")).hasStatus(422);
		assertThat(act("demarrage", "", "")).hasStatus(422);
		assertThat(status()).isEqualTo("RUNNING");
	}

	/** « Démarrer » says what it changes before it is pressed, and does it there. */
	@Test
	void aDraftIsStartedFromItsOwnPage() {
		this.jdbc.sql("UPDATE parcours SET status = 'DRAFT', started_at = NULL").update();
		this.cast.forget();
		Element start = this.pages.read("/parcours/pays-de-test", this.claire)
			.expectFirst(".todo form[action$=/demarrage]");
		assertThat(start.text()).contains("passe « en cours »");
		this.pages.post("/parcours/pays-de-test/demarrage", this.claire, "version",
				start.expectFirst("[name=version]").val());
		assertThat(status()).isEqualTo("RUNNING");
	}

	/** What was shown is not what stands any more: whoever presses looks again. */
	@Test
	void whatWasShownIsWhatIsStartedOrArchived() {
		act("cloture", "reason", "La convention s’arrête.");
		this.cast.forget();
		Element shown = this.pages.read("/parcours/pays-de-test/modifier", this.claire)
			.expectFirst("form[action$=/archivage] [name=version]");
		this.jdbc.sql("UPDATE parcours SET version = version + 1, territory = 'Ailleurs'").update();
		this.cast.forget();
		for (String what : new String[] { "archivage", "demarrage" }) {
			assertThat(this.pages.post("/parcours/pays-de-test/" + what, this.claire, "version", shown.val())).as(what)
				.hasStatus(409);
			assertThat(this.pages.post("/parcours/pays-de-test/" + what, this.claire)).as(what).hasStatus(400);
		}
		assertThat(status()).isEqualTo("CLOSED");
	}

	@Test
	void theHistoryTellsWhoDidWhat() {
		act("cloture", "reason", "La convention s’arrête.");
		this.cast.forget();
		assertThat(this.pages.read("/parcours/pays-de-test/historique", this.claire).text())
			.contains("Parcours terminé", "Claire Vasseur", "La convention s’arrête.");
		assertThat(this.pages.get("/parcours/pays-de-test/historique", this.ines)).hasStatus(404);
	}

	private MvcTestResult act(String what, String field, String value) {
		String version = this.jdbc.sql("SELECT version FROM parcours").query(String.class).single();
		MvcTestResult result = this.pages.post("/parcours/pays-de-test/" + what, this.claire, "version", version, field,
				value);
		this.cast.forget();
		return result;
	}

	private String status() {
		return this.jdbc.sql("SELECT status FROM parcours").query(String.class).single();
	}

}
