package fr.faireavec.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import fr.faireavec.accounts.People;
import fr.faireavec.convening.Telling;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Zones;
import fr.faireavec.mail.Dispatch;
import fr.faireavec.passes.Passes;
import fr.faireavec.testing.Browser;
import fr.faireavec.testing.DemoTest;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Seven dates that suit fifteen people of eight structures: two acts of the facilitator.
 * Three answer on a phone, three on one without a script, one by telephone, the others by
 * what a browser would send.
 */
@DemoTest
@TestInstance(Lifecycle.PER_CLASS)
class PlanningJourney {

	private static final LocalDate START = LocalDate.of(2027, 9, 1);

	private static final List<String> STRUCTURES = List.of("A", "B", "C", "D", "E", "F", "G", "H");

	@LocalServerPort
	private int port;

	@Autowired
	private DemoCast cast;

	@Autowired
	private MovableClock clock;

	@Autowired
	private Dispatch dispatch;

	@Autowired
	private Telling telling;

	@Autowired
	private People people;

	@Autowired
	private Passes passes;

	private final AtomicInteger acts = new AtomicInteger();

	private Browser browser;

	@SuppressWarnings("NullAway.Init")
	private Page claire;

	@BeforeAll
	void openTheBrowser() {
		this.browser = Browser.open();
	}

	@AfterAll
	void closeIt() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@Test
	void aWholeParcoursIsDated() throws IOException {
		itIs(START.minusDays(20).atTime(9, 0));
		this.claire = this.browser.window(1280, ColorScheme.LIGHT, true);
		this.claire.onRequest((request) -> {
			if ("POST".equals(request.method())) {
				this.acts.incrementAndGet();
			}
		});
		signIn();
		String parcours = cohort();
		this.acts.set(0);
		ask(parcours);
		answer(parcours);
		assertThat(feed()).contains("STATUS:TENTATIVE").doesNotContain("STATUS:CONFIRMED");
		int phoned = this.acts.get() - 1;
		assertThat(phoned).as("what somebody said by telephone").isOne();
		decide(parcours);
		assertThat(this.acts.get() - phoned).as("one poll, one confirmation").isEqualTo(2);
		followed();
		move(parcours);
		askAgain(parcours);
	}

	private String cohort() {
		open(this.claire, "/parcours/nouveau");
		this.claire.fill("[name=name]", "Dates de tout le monde 2027");
		this.claire.fill("[name=startsOn]", START.toString());
		this.claire.fill("[name=endsOn]", START.plusMonths(11).toString());
		submit("Créer le parcours");
		String parcours = this.claire.url().replaceFirst("^http://[^/]+", "");
		open(this.claire, parcours + "/modifier");
		this.claire.locator("summary", new Page.LocatorOptions().setHasText("Démarrer le parcours")).click();
		submit("Démarrer");
		StringBuilder rows = new StringBuilder("Structure;Forme juridique;SIRET;Commune;Département;Pilote prénom;"
				+ "Pilote nom;Pilote courriel;Copilote prénom;Copilote nom;Copilote courriel\n");
		for (String letter : STRUCTURES) {
			rows.append("Maison %1$s;Association;;Évin-le-Neuf;62;Pilote%1$s;Durand;%2$s;".formatted(letter,
					address("pilote", letter)));
			rows.append("H".equals(letter) ? ";;\n"
					: "Second%1$s;Martin;%2$s\n".formatted(letter, address("second", letter)));
		}
		open(this.claire, parcours + "/structures/import");
		this.claire.setInputFiles("input[type=file]",
				new FilePayload("cohorte.csv", "text/csv", rows.toString().getBytes(StandardCharsets.UTF_8)));
		this.claire.locator("main form[enctype] button[type=submit]").click();
		this.claire.locator("main form[action$=confirmation] button[type=submit]").click();
		open(this.claire, parcours + "/planification/rendez-vous");
		assertThat(this.claire.locator("main tbody tr").count()).as("two meetings with each").isEqualTo(16);
		return parcours;
	}

	/** Four dates for each of the seven days are there before anybody typed one. */
	private void ask(String parcours) {
		open(this.claire, parcours + "/planification");
		this.claire.locator("a", new Page.LocatorOptions().setHasText("Demander les dates")).click();
		assertThat(this.claire.locator("[name^='option[']").count()).isEqualTo(28);
		assertThat(LookJourney.violations(this.claire)).isEmpty();
		submit("Envoyer le sondage");
		assertThat(flash()).contains("Le sondage est ouvert");
		this.dispatch.sendDue();
	}

	private void answer(String parcours) throws IOException {
		for (String letter : STRUCTURES.subList(0, 3)) {
			onAPhone(address("pilote", letter), true);
			onAPhone(address("second", letter), false);
		}
		for (String address : addresses()) {
			if (!address.matches("(pilote|second)-[abc].*|second-g.*")) {
				plainly(linkOf(address));
			}
		}
		open(this.claire, parcours + "/planification");
		assertThat(text(this.claire)).contains("14 réponses sur 15", "SecondG Martin");
		this.claire.locator("tr", new Page.LocatorOptions().setHasText("SecondG Martin"))
			.locator("a", new Locator.LocatorOptions().setHasText("Noter"))
			.click();
		this.claire.locator("form.poll button[type=submit]").click();
		assertThat(text(this.claire)).contains("15 réponses sur 15");
		open(this.claire, parcours);
		assertThat(this.claire.locator(".stone-note", new Page.LocatorOptions().setHasText("15/15 réponses")).count())
			.isEqualTo(7);
	}

	/** What cannot be is touched, in two taps: « si besoin », « je ne peux pas ». */
	private void onAPhone(String address, boolean script) {
		Page phone = this.browser.window(390, script ? ColorScheme.DARK : ColorScheme.LIGHT, script);
		open(phone, linkOf(address));
		phone.locator(".say-row").nth(1).locator("label.no").click();
		phone.locator(".say-row").nth(6).locator("label.if-needed").click();
		if (script && address.startsWith("pilote-a")) {
			assertThat(LookJourney.violations(phone)).isEmpty();
		}
		phone.locator("form.poll button[type=submit]").click();
		assertThat(text(phone)).contains("Vos réponses comptent");
		phone.context().close();
	}

	private void plainly(String link) throws IOException {
		Connection session = Jsoup.newSession().timeout(20_000);
		Document asked = session.newRequest(url(link)).get();
		FormElement form = (FormElement) asked.expectFirst("form.poll");
		Document noted = form.submit().execute().parse();
		assertThat(noted.text()).contains("Vos réponses comptent");
	}

	/** Three firm, four kept free. */
	private void decide(String parcours) {
		open(this.claire, parcours + "/planification");
		assertThat(this.claire.locator("#suite").innerText()).contains("meilleure suite");
		assertThat(this.claire.locator(".sequence > li").count()).isEqualTo(7);
		assertThat(LookJourney.violations(this.claire)).isEmpty();
		IntStream.rangeClosed(1, 7)
			.forEach((rank) -> this.claire.locator("[name=firm][value='" + rank + "']").setChecked(rank <= 3));
		this.claire.locator("form[action$='/decision'] button[type=submit]").click();
		assertThat(flash()).isNotBlank();
		open(this.claire, parcours);
		assertThat(this.claire.locator(".stone.reserved").count()).isEqualTo(4);
		assertThat(this.claire.locator(".stone.day.next, .stone.day.scheduled").count()).isEqualTo(3);
		this.dispatch.sendDue();
	}

	/** Everybody has the letter; calendars show what is sure, and what is kept free. */
	private void followed() {
		for (String address : addresses()) {
			assertThat(letters(address).getFirst()).contains("les dates sont choisies");
		}
		String letter = letter(address("pilote", "A"), "les dates sont choisies").expectFirst("article").text();
		assertThat(StringUtils.countOccurrencesOf(letter, "(ferme)")).isEqualTo(3);
		assertThat(StringUtils.countOccurrencesOf(letter, "(réservée)")).isEqualTo(4);
		String feed = feed();
		assertThat(StringUtils.countOccurrencesOf(feed, "STATUS:CONFIRMED")).as("three firm").isEqualTo(3);
		assertThat(StringUtils.countOccurrencesOf(feed, "STATUS:TENTATIVE")).as("four reserved, and no option any more")
			.isEqualTo(4);
	}

	/** A firm day moves: who was convened is told, and calendars follow. */
	private void move(String parcours) {
		open(this.claire, parcours + "/seances/1/programmation");
		LocalDate day = LocalDate.parse(this.claire.locator("[name=date]").inputValue());
		itIs(day.minusDays(15).atTime(9, 0));
		this.telling.tellDue();
		this.dispatch.sendDue();
		assertThat(letters(address("pilote", "A")).getFirst()).doesNotContain("les dates sont choisies");
		signIn();
		open(this.claire, parcours + "/seances/1/programmation");
		this.claire.fill("[name=date]", day.plusDays(1).toString());
		this.claire.locator("main form button[type=submit]").first().click();
		if (this.claire.locator("[name=accepted]").count() > 0) {
			this.claire.locator("main form button[type=submit]").first().click();
		}
		itIs(day.minusDays(15).atTime(9, 30));
		this.telling.tellDue();
		this.dispatch.sendDue();
		assertThat(letters(address("pilote", "A"))).hasSizeGreaterThan(3);
		assertThat(letters(address("pilote", "A")).getFirst()).contains("Nouvelle date");
		assertThat(feed()).contains(":" + day.plusDays(1).toString().replace("-", "") + "T");
	}

	/**
	 * Later the days kept free are asked about again: the same date keeps its answers.
	 */
	private void askAgain(String parcours) {
		open(this.claire, parcours + "/planification/dates");
		String kept = this.claire.locator("[name='date[4]']").inputValue();
		this.claire.locator("a", new Page.LocatorOptions().setHasText("Demander les dates")).click();
		assertThat(this.claire.locator("[name^='option[']").count()).as("four days are to ask about").isEqualTo(16);
		for (int rank = 4; rank <= 7; rank++) {
			for (int place = 1; place <= 4; place++) {
				this.claire.fill("[name='option[" + rank + "-" + place + "]']", (rank == 4 && place == 1) ? kept
						: (rank == 4 && place == 2) ? LocalDate.parse(kept).plusDays(75).toString() : "");
			}
		}
		submit("Envoyer le sondage");
		if (this.claire.locator("[name=accepted]").count() > 0) {
			submit("Envoyer quand même");
		}
		assertThat(text(this.claire)).contains("Un jour à dater", "15 réponses sur 15");
		assertThat(feed()).as("kept free meanwhile").contains("STATUS:TENTATIVE");
	}

	private static List<String> addresses() {
		List<String> addresses = new ArrayList<>();
		for (String letter : STRUCTURES) {
			addresses.add(address("pilote", letter));
			if (!"H".equals(letter)) {
				addresses.add(address("second", letter));
			}
		}
		return addresses;
	}

	private static String address(String who, String letter) {
		return who + "-" + letter.toLowerCase(Locale.ROOT) + "@dates.exemple.test";
	}

	private String linkOf(String address) {
		String link = letter(address, "dater").expectFirst("a[href*='/sondages/']").attr("href");
		return link.substring(link.indexOf("/sondages/"));
	}

	/** What somebody received, the last letter first. */
	private List<String> letters(String address) {
		return read("/_courrier?adresse=" + address).select("main a[href*='/_courrier/']").eachText();
	}

	private Document letter(String address, String subject) {
		String href = read("/_courrier?adresse=" + address).select("main a[href*='/_courrier/']")
			.stream()
			.filter((link) -> link.text().contains(subject))
			.findFirst()
			.orElseThrow()
			.attr("href");
		return read(href);
	}

	private Document read(String address) {
		try {
			return Jsoup.connect(url(address)).get();
		}
		catch (IOException unread) {
			throw new IllegalStateException(address, unread);
		}
	}

	/** The calendar of whoever pilots the first structure. */
	private String feed() {
		UUID person = this.people.findByEmail(address("pilote", "A")).orElseThrow().getId();
		try {
			return Jsoup.connect(url("/agenda/" + this.passes.give("agenda.feed", person, person, null) + ".ics"))
				.ignoreContentType(true)
				.execute()
				.body();
		}
		catch (IOException unread) {
			throw new IllegalStateException("feed", unread);
		}
	}

	private void signIn() {
		open(this.claire, "/connexion");
		if (this.claire.url().contains("/connexion")) {
			Browser.comeIn(this.claire, "claire.vasseur@demo.example", this.cast.password());
		}
	}

	private void submit(String button) {
		this.claire.locator("main button[type=submit]", new Page.LocatorOptions().setHasText(button)).first().click();
	}

	private String flash() {
		return this.claire.locator(".flash").first().innerText();
	}

	private static String text(Page page) {
		return page.locator("main").innerText().replace('\u202f', ' ').replace('\u00a0', ' ');
	}

	private void open(Page page, String address) {
		assertThat(page.navigate(url(address)).status()).as(address).isEqualTo(200);
	}

	private String url(String address) {
		return "http://localhost:" + this.port + address;
	}

	private void itIs(LocalDateTime moment) {
		this.clock.moveTo(moment.atZone(Zones.PARIS).toInstant());
	}

}
