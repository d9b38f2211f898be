package fr.faireavec.journal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.faireavec.accounts.Person;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Browser;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pilot and her phone: noting an action takes three touches, and a tab closed, a
 * network cut or a session ended on the way loses nothing. What is written here is
 * committed, hence the database of {@code TwoAtOnceTests}.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class CaptureJourney {

	private static final int PHONE = 390;

	private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

	private static final Pattern DRAFTS = Pattern.compile(".*/brouillon$");

	@LocalServerPort
	private int port;

	@Autowired
	private Cast cast;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private Browser browser;

	@SuppressWarnings("NullAway.Init")
	private Person ines;

	@SuppressWarnings("NullAway.Init")
	private String journal;

	private String round;

	@BeforeEach
	void aPilot() {
		this.browser = Browser.open();
		this.round = "J" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
		this.cast.itIs(DAY.minusDays(7).atTime(10, 0));
		Parcours parcours = Objects.requireNonNull(this.transaction.execute((status) -> {
			Person claire = this.cast.facilitator("Claire", this.round);
			Parcours made = this.cast.parcours("Parcours " + this.round, DAY.minusDays(7), claire);
			this.ines = this.cast.person("Inès", this.round);
			this.cast.pilot(this.cast.enrol(made, this.cast.structure("Canal " + this.round)), this.ines,
					DAY.minusDays(7));
			this.cast.flush();
			this.cast.viewer(this.ines);
			return made;
		}));
		this.journal = "/parcours/" + parcours.getSlug() + "/journal";
		this.cast.itIs(DAY.atTime(9, 20));
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void fromTheDeskToTheJournalInThreeTouches() {
		Page phone = phone();
		phone.navigate(url("/"));
		phone.waitForLoadState();
		int touches = 0;
		phone.locator("main a[href*=nouvelle-action]").first().tap();
		touches++;
		phone.locator("#title").tap();
		touches++;
		phone.keyboard().type("Un café des idées");
		phone.locator("form[data-draft] button[type=submit]").first().tap();
		touches++;
		phone.waitForURL(Pattern.compile(".*/journal/[0-9a-f-]{36}$"));
		assertThat(touches).isLessThanOrEqualTo(4);
		assertThat(actions()).containsExactly("Un café des idées");
		assertThat(drafts()).isZero();
	}

	@Test
	void theTabKilledWithoutNetworkOpensAgainAndIsNotedOnce() {
		Page phone = ready();
		cut(phone);
		phone.fill("#title", "Un café sans réseau");
		says(phone, "Pas de réseau");
		phone.locator("form[data-draft] button[type=submit]").first().click();
		says(phone, "rien n’est encore noté");
		assertThat(phone.inputValue("#title")).isEqualTo("Un café sans réseau");
		killed(phone);

		Page again = phone.context().newPage();
		again.navigate(url(this.journal + "/nouvelle-action"));
		again.locator("#brouillons section").getByText("Un café sans réseau").waitFor();
		assertThat(again.inputValue("#title")).isEmpty();
		again.locator("#brouillons [data-resume]").click();
		assertThat(again.inputValue("#title")).isEqualTo("Un café sans réseau");
		again.locator("summary:has-text('Ajouter')").click();
		again.fill("#description", "Dans la cour");

		back(again);
		says(again, "Brouillon gardé");
		assertThat(drafts()).isEqualTo(1);
		assertThat(actions()).isEmpty();
		again.locator("form[data-draft] button[type=submit]").first().click();
		again.waitForURL(Pattern.compile(".*/journal/[0-9a-f-]{36}$"));
		assertThat(actions()).containsExactly("Un café sans réseau");
		assertThat(drafts()).isZero();
		until(again, "waiting.drafts.flushed.then(() => waiting.drafts.all()).then((all) => !all.length)");
		assertThat(drafts()).isZero();
	}

	@Test
	void theTabClosedIsFoundAgainOnAnotherDevice() {
		Page phone = ready();
		phone.fill("#title", "Un café commencé");
		says(phone, "Brouillon gardé");
		phone.fill("#title", "Un café commencé ici");
		phone.close(new Page.CloseOptions().setRunBeforeUnload(true));

		Page other = phone();
		for (int i = 0; i < 50 && !kept().contains("Un café commencé ici"); i++) {
			other.waitForTimeout(100);
		}
		other.navigate(url(this.journal));
		other.locator("#brouillons a:has-text('Reprendre')").click();
		assertThat(other.inputValue("#title")).isEqualTo("Un café commencé ici");
		other.locator("form[data-draft] button[type=submit]").first().click();
		other.waitForURL(Pattern.compile(".*/journal/[0-9a-f-]{36}$"));
		assertThat(actions()).containsExactly("Un café commencé ici");
		assertThat(drafts()).isZero();
	}

	/** What was kept on the phone leaves with the first page that opens, whichever. */
	@Test
	void whatWaitedLeavesWithAnyPage() {
		Page phone = ready();
		// As a page that could send nothing leaves it.
		phone.evaluate(
				"""
						(title) => {
						  const { draft, page } = document.querySelector('form[data-draft]').dataset;
						  return waiting.drafts.keep({ key: crypto.randomUUID(), to: draft, page, at: Date.now(), fields: [['title', title]] });
						}""",
				"Un café dans le métro");
		phone.close();
		assertThat(kept()).isEmpty();
		Page desk = phone.context().newPage();
		desk.navigate(url("/"));
		until(desk, "waiting.drafts.flushed.then(() => waiting.drafts.all()).then((all) => !all.length)");
		assertThat(kept()).containsExactly("Un café dans le métro");
	}

	@Test
	void aSessionThatEndedLosesNothing() {
		Page phone = ready();
		this.jdbc.sql("DELETE FROM spring_session").update();
		phone.fill("#title", "Un café trop tard");
		says(phone, "Votre session est terminée");
		assertThat(phone.locator("[data-again]").isVisible()).isTrue();
		assertThat(drafts()).isZero();
		Page other = phone.context().newPage();
		signIn(other);
		for (int i = 0; i < 50 && kept().isEmpty(); i++) {
			other.waitForTimeout(100);
		}
		assertThat(kept()).containsExactly("Un café trop tard");
		phone.locator("#title").focus();
		phone.keyboard().type(" !");
		says(phone, "Brouillon gardé");
		phone.locator("form[data-draft] button[type=submit]").first().click();
		phone.waitForURL(Pattern.compile(".*/journal/[0-9a-f-]{36}$"));
		assertThat(actions()).hasSize(1);
		assertThat(drafts()).isZero();
	}

	@Test
	void whoeverSignsOutLeavesNothingOnTheDevice() {
		Page phone = ready();
		phone.route(DRAFTS, (route) -> route.abort());
		phone.fill("#title", "Un café secret");
		says(phone, "Pas de réseau");
		phone.onDialog((dialog) -> {
			assertThat(dialog.message()).contains("n’ont pas encore été envoyées");
			dialog.accept();
		});
		phone.locator("header .menu summary").click();
		phone.locator(".menu-person [data-signs-out] button").click();
		phone.waitForURL(Pattern.compile(".*au-revoir$"));
		assertThat(phone.evaluate("caches.keys()")).isEqualTo(List.of());
		signIn(phone);
		phone.navigate(url(this.journal + "/nouvelle-action"));
		assertThat(phone.evaluate("waiting.drafts.all().then((all) => all.length)")).isEqualTo(0);
		assertThat(phone.locator("#brouillons section").count()).isZero();
	}

	/** Nothing is kept as one types, and nothing else is missing. */
	@Test
	void withoutScriptItIsNotedAllTheSame() {
		Page plain = this.browser.window(PHONE, ColorScheme.LIGHT, false);
		signIn(plain);
		plain.navigate(url(this.journal + "/nouvelle-action"));
		plain.fill("#title", "Un café sans script");
		plain.locator("form[data-draft] button[type=submit]").first().click();
		assertThat(actions()).containsExactly("Un café sans script");
	}

	private Page phone() {
		Page phone = this.browser.phone(PHONE);
		signIn(phone);
		return phone;
	}

	/** On the page to note something, which opens again without network. */
	private Page ready() {
		Page phone = phone();
		phone.navigate(url(this.journal + "/nouvelle-action"));
		until(phone, """
				(async () => {
					for (const one of await caches.keys()) {
						if ((await (await caches.open(one)).keys()).length > 5) { return true; }
					}
					return false;
				})()""");
		return phone;
	}

	private void signIn(Page page) {
		page.navigate(url("/connexion"));
		Browser.comeIn(page, this.ines.getEmail(), Cast.PASSWORD);
	}

	/** Whatever page opens meanwhile, and from its first moment. */
	private static void cut(Page page) {
		page.context().route(DRAFTS, (route) -> route.abort());
		page.context().setOffline(true);
	}

	private static void back(Page page) {
		page.context().unroute(DRAFTS);
		page.context().setOffline(false);
	}

	/** Nothing of the page has time to do anything more. */
	private static void killed(Page page) {
		page.evaluate(
				"""
						['pagehide', 'visibilitychange'].forEach((last) => addEventListener(last, (event) => event.stopImmediatePropagation(), true))""");
		page.close();
	}

	private static void says(Page page, String words) {
		page.locator("[data-draft-said]", new Page.LocatorOptions().setHasText(words)).waitFor();
	}

	private List<String> actions() {
		return titles("SELECT title FROM logged_action WHERE written_by = :ines ORDER BY title");
	}

	private List<String> kept() {
		return titles("SELECT title FROM action_draft WHERE person_id = :ines ORDER BY title");
	}

	private int drafts() {
		return kept().size();
	}

	private List<String> titles(String sql) {
		return this.jdbc.sql(sql)
			.param("ines", this.ines.getId())
			.query((row, n) -> Objects.requireNonNull(row.getString(1)))
			.list();
	}

	private static void until(Page page, String promised) {
		for (int i = 0; i < 200; i++) {
			if (Boolean.TRUE.equals(page.evaluate(promised))) {
				return;
			}
			page.waitForTimeout(100);
		}
		throw new AssertionError("never: " + promised);
	}

	private String url(String address) {
		return "http://localhost:" + this.port + address;
	}

}
