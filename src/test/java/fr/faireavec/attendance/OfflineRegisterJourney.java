package fr.faireavec.attendance;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Browser;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.RegisterScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A tablet in a room with a poor network: nothing that was pressed is lost, doubled, or
 * written over somebody else's. What is written here is committed, hence the database of
 * {@code TwoAtOnceTests}.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class OfflineRegisterJourney {

	private static final LocalDate DAY = LocalDate.of(2026, 10, 8);

	private static final Pattern TAPS = Pattern.compile(".*/geste$");

	@LocalServerPort
	private int port;

	@Autowired
	private Cast cast;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private AttendanceTaking taking;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private Browser browser;

	@SuppressWarnings("NullAway.Init")
	private Person claire;

	@SuppressWarnings("NullAway.Init")
	private Viewer viewer;

	private String round;

	private String register;

	@BeforeEach
	void aDay() {
		this.browser = Browser.open();
		this.round = "H" + UUID.randomUUID().toString().replaceAll("[^a-z]", "");
		this.cast.itIs(DAY.minusDays(7).atTime(10, 0));
		Parcours parcours = Objects.requireNonNull(this.transaction.execute((status) -> {
			this.claire = this.cast.facilitator("Claire", this.round);
			Parcours made = this.cast.parcours("Parcours " + this.round, DAY.minusDays(7), this.claire);
			for (String name : List.of("Inès", "Hugo", "Yann")) {
				this.cast.pilot(this.cast.enrol(made, this.cast.structure(name + " " + this.round)),
						this.cast.person(name, this.round), DAY.minusDays(7));
			}
			this.cast.flush();
			this.viewer = this.cast.viewer(this.claire);
			return made;
		}));
		this.scheduling.schedule(parcours.getId(), 1, 0,
				new SessionPlan(List.of(TimeSlot.of(DAY, LocalTime.of(9, 30), LocalTime.of(12, 30))), Mode.PRESENTIEL,
						"Val-des-Sources", "", ""));
		this.register = "/parcours/" + parcours.getSlug() + "/seances/1/emargement";
		this.cast.itIs(DAY.atTime(9, 20));
	}

	@AfterEach
	void close() {
		this.browser.close();
	}

	@Test
	void theTabKilledWithoutNetworkOpensAgainAndSendsWhatWasPressed() {
		Page tablet = opened();
		tablet.context().setOffline(true);
		press(tablet, "Inès", "Présence");
		press(tablet, "Hugo", "Absence");
		press(tablet, "Hugo", "Absence excusée");
		waits(tablet, 2);
		new RegisterScreen(tablet).waiting("Absence excusée, notée à").waitFor();
		assertThat(said(tablet)).contains("Réseau coupé", "Retirer");
		assertThat(answers()).isEmpty();
		tablet.close();
		Page again = tablet.context().newPage();
		again.navigate(url(this.register));
		waits(again, 2);
		assertThat(pressed(again, "Hugo")).isEqualTo("Absence excusée");
		press(again, "Yann", "Présence");
		waits(again, 3);
		new RegisterScreen(again).waiting("Yann").locator("[data-drop]").click();
		waits(again, 2);
		again.context().setOffline(false);
		nothingWaits(again);
		assertThat(answers()).containsExactly("Hugo EXCUSED", "Inès PRESENT");
		assertThat(again.locator("main").innerText()).contains("1 présence sur 3");
		assertThat(again.locator("[data-said][role=status]").textContent()).isEqualTo("1 présence sur 3");
		assertThat(again.evaluate("waiting.all().then((all) => all.length)")).isEqualTo(0);
	}

	@Test
	void anAnswerLostAfterTheWriteIsOneAnswerThatUndoesNothing() {
		Page tablet = opened();
		AtomicInteger lost = new AtomicInteger();
		tablet.route(TAPS, (route) -> {
			if (lost.getAndIncrement() == 0) {
				route.fetch();
				this.correct("Inès", AttendanceStatus.EXCUSED);
				route.abort();
			}
			else {
				route.resume();
			}
		});
		press(tablet, "Inès", "Présence");
		send(tablet);
		nothingWaits(tablet);
		assertThat(lost.get()).isGreaterThan(1);
		assertThat(answers()).containsExactly("Inès EXCUSED");
	}

	@Test
	void twoDevicesThatDisagreeAreShownBothAndAsked() {
		Page tablet = opened();
		tablet.context().setOffline(true);
		press(tablet, "Inès", "Absence");
		press(tablet, "Hugo", "Absence");
		waits(tablet, 2);
		correct("Inès", AttendanceStatus.EXCUSED);
		correct("Hugo", AttendanceStatus.PRESENT);
		tablet.context().setOffline(false);
		tablet.locator("[data-mine]:visible").nth(1).waitFor();
		assertThat(said(tablet)).contains("Le registre dit autre chose", "Absence excusée. Notée par Claire");
		assertThat(answers()).containsExactly("Hugo PRESENT", "Inès EXCUSED");
		new RegisterScreen(tablet).waiting("Inès").locator("[data-mine]").click();
		waits(tablet, 1);
		new RegisterScreen(tablet).waiting("Hugo").locator("[data-theirs]").click();
		nothingWaits(tablet);
		assertThat(answers()).containsExactly("Hugo PRESENT", "Inès ABSENT");
	}

	@Test
	void whatIsRefusedIsKeptShownAndCanBeTakenAway() {
		Page tablet = opened();
		this.cast.itIs(DAY.atTime(9, 40));
		tablet.context().setOffline(true);
		press(tablet, "Inès", "Présence");
		waits(tablet, 1);
		this.transaction.executeWithoutResult((status) -> this.jdbc.sql("""
				INSERT INTO register_seal (half_day_id, version, countersigned_by, countersigned_at)
				VALUES (:half, 0, :by, now())""").param("half", half()).param("by", this.claire.getId()).update());
		tablet.context().setOffline(false);
		new RegisterScreen(tablet).waiting("Refusée").waitFor();
		assertThat(said(tablet)).contains("écrivez pourquoi vous corrigez");
		assertThat(answers()).isEmpty();
		new RegisterScreen(tablet).waiting("Refusée").locator("[data-drop]").click();
		nothingWaits(tablet);
	}

	@Test
	void aSessionThatEndedAServerThatFailsAndAWrongClockLoseNothing() {
		Page tablet = opened();
		AtomicInteger failing = new AtomicInteger();
		tablet.route(TAPS, (route) -> {
			if (failing.getAndIncrement() == 0) {
				route.fulfill(new Route.FulfillOptions().setStatus(500));
			}
			else {
				route.resume();
			}
		});
		tablet.evaluate("Date.now = ((now) => () => now() - 24 * 3600 * 1000)(Date.now)");
		press(tablet, "Inès", "Présence");
		tablet.locator("#attente [role=status]", new Page.LocatorOptions().setHasText("Le serveur ne répond pas"))
			.waitFor();
		this.jdbc.sql("DELETE FROM spring_session WHERE principal_name = :who OR true").param("who", "").update();
		send(tablet);
		tablet.locator("#attente [data-again]:visible").waitFor();
		assertThat(said(tablet)).contains("Votre connexion a pris fin");
		assertThat(answers()).isEmpty();
		Page other = tablet.context().newPage();
		signIn(other);
		press(tablet, "Hugo", "Absence");
		nothingWaits(tablet);
		assertThat(answers()).containsExactly("Hugo ABSENT", "Inès PRESENT");
		assertThat(this.jdbc.sql("SELECT min(recorded_at) >= :opened FROM attendance WHERE half_day_id = :half")
			.param("opened", java.sql.Timestamp.valueOf(DAY.atTime(6, 30)))
			.param("half", half())
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void twoTabsSendOnceAndAFullDeviceSaysSo() {
		Page tablet = opened();
		Page second = tablet.context().newPage();
		second.navigate(url(this.register));
		tablet.context().setOffline(true);
		press(tablet, "Inès", "Présence");
		press(second, "Hugo", "Absence");
		new RegisterScreen(tablet).until("waiting.all().then((all) => all.length === 2)");
		AtomicInteger sent = new AtomicInteger();
		tablet.context().onResponse((response) -> {
			if (TAPS.matcher(response.url()).matches()) {
				sent.incrementAndGet();
			}
		});
		tablet.context().setOffline(false);
		nothingWaits(tablet);
		nothingWaits(second);
		assertThat(answers()).containsExactly("Hugo ABSENT", "Inès PRESENT");
		assertThat(sent.get()).isEqualTo(2);
		tablet.evaluate("() => { waiting.keep = () => Promise.reject(new DOMException('', 'QuotaExceededError')); }");
		press(tablet, "Yann", "Présence");
		tablet.locator("#attente [role=status]", new Page.LocatorOptions().setHasText("Notez-la sur papier")).waitFor();
		assertThat(pressed(tablet, "Yann")).isEmpty();
	}

	@Test
	void whoeverSignsOutIsToldAndLeavesNothing() {
		Page tablet = opened();
		tablet.context().setOffline(true);
		press(tablet, "Inès", "Présence");
		waits(tablet, 1);
		tablet.route(TAPS, (route) -> route.abort());
		tablet.context().setOffline(false);
		AtomicInteger asked = new AtomicInteger();
		tablet.onDialog((dialog) -> {
			assertThat(dialog.message()).contains("n’ont pas encore été envoyées");
			if (asked.getAndIncrement() == 0) {
				dialog.dismiss();
			}
			else {
				dialog.accept();
			}
		});
		tablet.locator("header .menu summary").click();
		tablet.locator(".menu-person [data-signs-out] button").click();
		waits(tablet, 1);
		tablet.locator(".menu-person [data-signs-out] button").click();
		tablet.waitForURL(Pattern.compile(".*au-revoir$"));
		assertThat(tablet.evaluate("caches.keys()")).isEqualTo(List.of());
		assertThat(tablet.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)"))
			.isEqualTo(0);
		signIn(tablet);
		tablet.navigate(url(this.register));
		assertThat(tablet.evaluate("waiting.all().then((all) => all.length)")).isEqualTo(0);
	}

	private Page opened() {
		Page tablet = this.browser.window(820, ColorScheme.LIGHT, true);
		signIn(tablet);
		tablet.navigate(url(this.register));
		new RegisterScreen(tablet).isKept();
		return tablet;
	}

	private void signIn(Page page) {
		page.navigate(url("/connexion"));
		Browser.comeIn(page, this.claire.getEmail(), Cast.PASSWORD);
	}

	/** Somebody says so elsewhere. */
	private void correct(String name, AttendanceStatus status) {
		UUID person = this.jdbc.sql("SELECT id FROM person WHERE given_name = :given AND family_name = :round")
			.param("given", name)
			.param("round", this.round)
			.query((row, n) -> row.getObject("id", UUID.class))
			.single();
		UUID parcours = this.jdbc.sql("SELECT id FROM parcours WHERE name = :name")
			.param("name", "Parcours " + this.round)
			.query((row, n) -> row.getObject("id", UUID.class))
			.single();
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(this.viewer, null));
		try {
			this.taking.record(parcours, half(), person, status, AttendanceMethod.BY_FACILITATOR, null);
		}
		finally {
			SecurityContextHolder.clearContext();
		}
	}

	private UUID half() {
		return this.jdbc.sql("""
				SELECT h.id FROM half_day h JOIN collective_session s ON s.id = h.session_id
				  JOIN parcours p ON p.id = s.parcours_id WHERE p.name = :name""")
			.param("name", "Parcours " + this.round)
			.query((row, n) -> row.getObject("id", UUID.class))
			.single();
	}

	private List<String> answers() {
		return this.jdbc.sql("""
				SELECT p.given_name || ' ' || a.status FROM attendance a JOIN person p ON p.id = a.person_id
				WHERE a.half_day_id = :half ORDER BY 1""")
			.param("half", half())
			.query((row, n) -> Objects.requireNonNull(row.getString(1)))
			.list();
	}

	private static void press(Page page, String name, String answer) {
		new RegisterScreen(page).press(name, answer);
	}

	private String pressed(Page page, String name) {
		return String.join("", new RegisterScreen(page).line(name).locator("[aria-pressed=true]").allInnerTexts())
			.strip();
	}

	private static void send(Page page) {
		page.locator("#attente [data-send]").click();
	}

	private static void waits(Page page, int many) {
		new RegisterScreen(page).waits(many);
	}

	private static void nothingWaits(Page page) {
		new RegisterScreen(page).nothingWaits();
	}

	private static String said(Page page) {
		return page.locator("#attente").innerText().replace('\u202f', ' ').replace('\u00a0', ' ');
	}

	private String url(String address) {
		return "http://localhost:" + this.port + address;
	}

}
