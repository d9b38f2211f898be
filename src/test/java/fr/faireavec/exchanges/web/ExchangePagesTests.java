package fr.faireavec.exchanges.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Inès, who pilots the Recyclerie with Nora, shares an action with the cohort, in which
 * Hugo is; Claire runs the parcours, Ada administers, Malik runs another one.
 */
@IntegrationTest
class ExchangePagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	private static final String QUESTION = "On se demande qui écrivait.";

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person malik;

	private Person ada;

	private Person ines;

	private Person nora;

	private Person hugo;

	private String page;

	private String exchanges;

	@BeforeEach
	void anActionThatIsShared() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(START.atTime(10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.malik = this.cast.facilitator("Malik", "Dubreuil");
		this.ada = this.cast.administrator("Ada", "Min");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.nora = this.cast.person("Nora", "Leclercq");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		Parcours parcours = this.cast.parcours("Sources", START, this.claire);
		this.cast.parcours("Rivières", START, this.malik);
		Enrolment recyclerie = this.cast.enrol(parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(recyclerie, this.ines, START);
		this.cast.copilot(recyclerie, this.nora, START);
		this.cast.pilot(this.cast.enrol(parcours, this.cast.structure("Cantine Coop")), this.hugo, START);
		this.cast.flush();
		UUID action = Impersonation.giving(this.ines,
				() -> this.logging
					.log(Ids.next(), parcours.getId(), recyclerie.getId(), ActionDraft.titled("Un atelier"))
					.getId());
		this.cast.flush();
		shareWithCohort(true);
		this.page = "/parcours/" + parcours.getSlug() + "/journal/" + action;
		this.exchanges = this.page + "/echanges";
	}

	private void shareWithCohort(boolean shared) {
		this.jdbc.sql("UPDATE logged_action SET shared_cohort = :shared").param("shared", shared).update();
		this.cast.forget();
	}

	/** Structure, animation, administration and, while it is shared, the cohort. */
	@Test
	void whoeverMayReadTheActionTalksAboutIt() {
		say(this.hugo, QUESTION);
		say(this.nora, "Les gens.");
		say(this.claire, "Merci à vous deux.");
		for (Person reader : List.of(this.ines, this.hugo, this.claire, this.ada)) {
			Document read = this.pages.read(this.exchanges, reader);
			assertThat(read.select("ol .prose").eachText()).containsExactly(QUESTION, "Les gens.",
					"Merci à vous deux.");
			assertThat(read.select("ol .card > .muted").eachText()).allSatisfy((who) -> assertThat(who).contains(","))
				.first()
				.asString()
				.startsWith("Hugo Lemaire, Cantine Coop");
			assertThat(this.pages.read(this.page, reader).select("section:has(#echanges) .prose").eachText())
				.contains(QUESTION);
		}
		assertThat(this.pages.get(this.exchanges, this.malik)).hasStatus(404);
		assertThat(this.pages.read(this.page, this.ines).select("section:has(#histoire)").text())
			.contains("Plusieurs messages dans les échanges");
	}

	/** What a peer said stays; the peer reads nothing more, and takes nothing back. */
	@Test
	void whatIsNoLongerSharedIsClosedToPeers() {
		UUID said = say(this.hugo, QUESTION);
		shareWithCohort(false);
		assertThat(this.pages.get(this.exchanges, this.hugo)).hasStatus(404);
		assertThat(this.pages.get(this.exchanges + "/" + said, this.hugo)).hasStatus(404);
		assertThat(this.pages.post(this.exchanges, this.hugo, "words", "Encore")).hasStatus(404);
		assertThat(this.pages.post(this.exchanges + "/" + said + "/reprise", this.hugo)).hasStatus(404);
		assertThat(this.pages.read(this.exchanges, this.ines).text()).contains(QUESTION)
			.doesNotContain("les pilotes de la cohorte");
		assertThat(this.pages.read(this.exchanges, this.claire).text()).contains(QUESTION);
	}

	@Test
	void oneCorrectsOnesOwnWordsAndNobodyElses() {
		UUID said = say(this.hugo, QUESTION);
		String one = this.exchanges + "/" + said;
		for (Person other : List.of(this.ines, this.claire, this.ada)) {
			assertThat(this.pages.get(one, other)).hasStatus(404);
			assertThat(this.pages.post(one, other, "version", "0", "words", "Autre chose")).hasStatus(404);
			assertThat(this.pages.post(one + "/reprise", other)).hasStatus(404);
		}
		assertThat(this.pages.read(this.exchanges, this.ines).text()).doesNotContain("(modifié)");
		assertThat(this.pages.post(one, this.hugo, "version", "0", "words", "Qui écrivait, chez vous"))
			.hasStatus3xxRedirection();
		assertThat(this.pages.read(this.exchanges, this.ines).text()).contains("Qui écrivait, chez vous", "(modifié)")
			.doesNotContain(QUESTION);
		MvcTestResult stale = this.pages.post(one, this.hugo, "version", "0", "words", "Qui tenait le crayon");
		assertThat(stale).hasStatus(409);
		assertThat(Pages.document(stale).text()).contains("Qui écrivait, chez vous", "Qui tenait le crayon");
		assertThat(this.pages.post(one + "/reprise", this.hugo)).hasStatus3xxRedirection();
		assertThat(this.pages.read(this.exchanges, this.ines).text()).doesNotContain("Qui écrivait, chez vous");
		assertThat(audit()).containsExactly("comment.said", "comment.corrected", "comment.takenBack");
	}

	@Test
	void theAnimationTakesWordsAwayWithAReason() {
		String removal = this.exchanges + "/" + say(this.hugo, QUESTION) + "/retrait";
		for (Person other : List.of(this.ines, this.nora, this.hugo)) {
			assertThat(this.pages.get(removal, other)).hasStatus(404);
			assertThat(this.pages.post(removal, other, "reason", "Non")).hasStatus(404);
		}
		MvcTestResult silent = this.pages.post(removal, this.claire, "reason", " ");
		assertThat(silent).hasStatus(422);
		assertThat(Pages.document(silent).select("#reason-error").text()).isNotEmpty();
		assertThat(this.pages.post(removal, this.claire, "reason", "Un nom y était")).hasStatus3xxRedirection();
		assertThat(this.pages.read(this.exchanges, this.ines).text()).doesNotContain(QUESTION);
		assertThat(this.jdbc.sql("SELECT changes::text FROM audit_row WHERE what = 'comment.removed'")
			.query(String.class)
			.single()).contains("Un nom y était").doesNotContain(QUESTION);
	}

	/** Neither its structure, nor the cohort, nor the administration. */
	@Test
	void whatTheAnimationNotesIsForThoseWhoRunTheParcours() {
		String note = this.exchanges + "/note";
		String words = "À montrer au jour 5";
		assertThat(this.pages.post(note, this.claire, "version", "-1", "words", words)).hasStatus3xxRedirection();
		assertThat(this.pages.read(this.exchanges, this.claire).text()).contains(words);
		assertThat(this.pages.read(this.page, this.claire).text()).contains(words);
		for (Person other : List.of(this.ines, this.nora, this.hugo, this.ada)) {
			assertThat(this.pages.get(note, other)).hasStatus(404);
			assertThat(this.pages.post(note, other, "version", "0", "words", "Autre chose")).hasStatus(404);
			assertThat(this.pages.read(this.exchanges, other).html()).doesNotContain(words, "/echanges/note");
			assertThat(this.pages.read(this.page, other).html()).doesNotContain(words, "/echanges/note");
		}
		String csv = this.page.replaceAll("/[^/]*$", ".csv");
		assertThat(this.pages.get(csv, this.ines)).hasStatusOk().bodyText().doesNotContain(words);
		MvcTestResult stale = this.pages.post(note, this.claire, "version", "-1", "words", "À garder pour nous");
		assertThat(stale).hasStatus(409);
		assertThat(Pages.document(stale).text()).contains(words, "À garder pour nous");
	}

	/** What is over is read, corrected no more, and still taken back. */
	@Test
	void nothingIsSaidOnceTheJournalIsClosed() {
		UUID said = say(this.hugo, QUESTION);
		this.jdbc.sql("UPDATE parcours SET status = 'ARCHIVED', closed_at = started_at, archived_at = started_at")
			.update();
		this.cast.forget();
		MvcTestResult late = this.pages.post(this.exchanges, this.claire, "words", "Trop tard, et pourtant");
		assertThat(late).hasStatus(422);
		assertThat(Pages.document(late).select("textarea").text()).isEqualTo("Trop tard, et pourtant");
		assertThat(this.pages.post(this.exchanges + "/note", this.claire, "version", "-1", "words", "Trop tard"))
			.hasStatus(422);
		assertThat(this.pages.read(this.exchanges, this.claire).select("main form").isEmpty()).isTrue();
		assertThat(this.pages.post(this.exchanges + "/" + said + "/retrait", this.claire, "reason", "Un nom"))
			.hasStatus3xxRedirection();
	}

	@Test
	void tooLongOrEmptyIsSaidBesideTheField() {
		String long2001 = "a".repeat(2001);
		for (String words : List.of(long2001, " ")) {
			MvcTestResult refused = this.pages.post(this.exchanges, this.ines, "words", words);
			assertThat(refused).hasStatus(422);
			assertThat(Pages.document(refused).select("#words-error").text()).isNotEmpty();
		}
		assertThat(this.jdbc.sql("SELECT count(*) FROM action_comment").query(Integer.class).single()).isZero();
	}

	/** A page costs as much for thirty messages as for three. */
	@Test
	void asManyStatementsForThirtyMessagesAsForThree() {
		say(this.hugo, QUESTION);
		int page = this.pages.statements(this.page, this.claire);
		int all = this.pages.statements(this.exchanges, this.claire);
		for (int i = 0; i < 29; i++) {
			say((i % 2 == 0) ? this.ines : this.hugo, "Message " + i);
		}
		assertThat(this.pages.statements(this.page, this.claire)).isEqualTo(page).isLessThanOrEqualTo(15);
		assertThat(this.pages.statements(this.exchanges, this.claire)).isEqualTo(all).isLessThanOrEqualTo(15);
	}

	private UUID say(Person who, String words) {
		assertThat(this.pages.post(this.exchanges, who, "words", words, "key", Ids.next().toString()))
			.hasStatus3xxRedirection();
		return Objects.requireNonNull(this.jdbc
			.sql("SELECT id FROM action_comment WHERE words = :words ORDER BY written_at DESC, id DESC LIMIT 1")
			.param("words", words)
			.query(UUID.class)
			.single());
	}

	private List<String> audit() {
		return this.jdbc.sql("SELECT what FROM audit_row WHERE what LIKE 'comment.%' ORDER BY happened_at, id")
			.query(String.class)
			.list();
	}

}
