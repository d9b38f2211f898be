package fr.faireavec.demo;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.kernel.Zones;
import fr.faireavec.testing.Browser;
import fr.faireavec.testing.DemoTest;
import fr.faireavec.testing.Finger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole job in a browser: a parcours from its template to the figures its funder
 * reads, with no script at all on the facilitator's side.
 */
@DemoTest
@TestInstance(Lifecycle.PER_CLASS)
class WholeParcoursJourney {

	private static final LocalDate START = LocalDate.of(2031, 9, 1);

	/** Thursdays, five weeks apart, none of them a holiday. */
	private static final List<LocalDate> DAYS = IntStream.range(0, 7)
		.mapToObj((n) -> LocalDate.of(2031, 9, 11).plusWeeks(5L * n))
		.toList();

	private static final String COHORT = """
			Structure;Forme juridique;SIRET;Commune;Département;Pilote prénom;Pilote nom;Pilote courriel;Copilote prénom;Copilote nom;Copilote courriel
			Les Abeilles du Béguinage;Association;;Évin-le-Neuf;62;Zoé;Fréchin;zoe.frechin@exemple.test;Noël;Ébly;noel.ebly@exemple.test
			Brasserie coopérative de l’Écluse;SCIC;;Écluse-Haute;59;Théo;Lœuil;theo.loeuil@exemple.test;;;
			Chorale « À voix égales »;Association;;Évin-le-Neuf;62;Maïa;Crépin;maia.crepin@exemple.test;;;
			Droguerie solidaire;Association;;Évin-le-Neuf;62;Gaëlle;Hénin;gaelle.henin@exemple.test;;;
			Éco-lavoir;Association;;Écluse-Haute;59;Raphaël;Noé;raphael.noe@exemple.test;;;
			Ferme des Frênes;Association;;Écluse-Haute;59;Anaïs;Prévost;anais.prevost@exemple.test;;;
			Gîte d’étape partagé;Association;;Évin-le-Neuf;62;Loïc;Sénéchal;loic.senechal@exemple.test;;;
			Halle aux idées;Association;;Évin-le-Neuf;62;Solène;Thiéry;solene.thiery@exemple.test;;;
			""";

	@LocalServerPort
	private int port;

	@Autowired
	private DemoCast cast;

	@Autowired
	private MovableClock clock;

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
	void fromTheTemplateToTheBilan() {
		itIs(START.minusDays(20).atTime(9, 0));
		this.claire = this.browser.window(1280, ColorScheme.LIGHT, false);
		signIn(this.claire, "claire.vasseur@demo.example", this.cast.password());
		String parcours = create();
		fund(parcours);
		importCohort(parcours);
		schedule(parcours);
		for (int rank = 1; rank <= DAYS.size(); rank++) {
			hold(parcours, rank);
			if (rank == 2 || rank == 5) {
				meetEverybody(parcours, (rank == 2) ? 1 : 2, DAYS.get(rank - 1).plusDays(4));
			}
		}
		tryThings(parcours);
		publish(parcours);
		funderReads(parcours);
	}

	private String create() {
		open(this.claire, "/parcours/nouveau");
		this.claire.fill("[name=name]", "Vallée du Béguinage 2031-2032");
		this.claire.fill("[name=startsOn]", START.toString());
		this.claire.fill("[name=endsOn]", START.plusMonths(10).toString());
		submit(this.claire, "Créer le parcours");
		assertThat(this.claire.locator("ol.stones > li").count()).isEqualTo(9);
		String parcours = this.claire.url().replaceFirst("^http://[^/]+", "");
		open(this.claire, parcours + "/modifier");
		this.claire.locator("summary", new Page.LocatorOptions().setHasText("Démarrer le parcours")).click();
		submit(this.claire, "Démarrer");
		return parcours;
	}

	private void fund(String parcours) {
		open(this.claire, parcours + "/conventions/nouvelle");
		this.claire.selectOption("[name=funder]", new SelectOption().setLabel("Région Fictive"));
		this.claire.fill("[name=number]", "RF-2031-099");
		this.claire.fill("[name=startsOn]", START.toString());
		this.claire.fill("[name=endsOn]", START.plusMonths(12).toString());
		this.claire.fill("[name=targetStructures]", "8");
		this.claire.fill("[name=targetSessions]", "7");
		this.claire.locator("main form button[type=submit]").last().click();
		assertThat(this.claire.url()).endsWith("/conventions");
	}

	private void importCohort(String parcours) {
		open(this.claire, parcours + "/structures/import");
		this.claire.setInputFiles("input[type=file]",
				new FilePayload("cohorte.csv", "text/csv", COHORT.getBytes(Charset.forName("windows-1252"))));
		this.claire.locator("main form[enctype] button[type=submit]").click();
		assertThat(this.claire.locator("main").innerText()).contains("Les Abeilles du Béguinage", "Lœuil");
		this.claire.locator("main form[action$=confirmation] button[type=submit]").click();
		open(this.claire, parcours + "/structures");
		assertThat(this.claire.locator("main").innerText()).contains("Éco-lavoir", "Zoé Fréchin", "Noël Ébly");
	}

	private void schedule(String parcours) {
		for (int rank = 1; rank <= DAYS.size(); rank++) {
			open(this.claire, parcours + "/seances/" + rank + "/programmation");
			this.claire.fill("[name=date]", DAYS.get(rank - 1).toString());
			this.claire.fill("[name=firstStart]", "09:30");
			this.claire.fill("[name=firstEnd]", "12:30");
			this.claire.fill("[name=secondStart]", "13:30");
			this.claire.fill("[name=secondEnd]", "16:30");
			this.claire.fill("[name=venue]", "Salle de l’Écluse");
			submitForm(this.claire);
			if (this.claire.locator("[name=accepted]").count() > 0) {
				submitForm(this.claire);
			}
		}
		open(this.claire, parcours);
		assertThat(this.claire.locator(".stone.day.to-plan").count()).isZero();
	}

	/**
	 * Everybody comes, but on day 3 the brewery (nobody there) and on day 5 the copilot
	 * of the bees.
	 */
	private void hold(String parcours, int rank) {
		for (int half = 1; half <= 2; half++) {
			itIs(DAYS.get(rank - 1).atTime((half == 1) ? 9 : 13, 45));
			open(this.claire, parcours + "/seances/" + rank + "/emargement?demi-journee=" + half);
			if (rank == 4 && half == 1) {
				signThemselves(parcours + "/seances/" + rank);
				open(this.claire, parcours + "/seances/" + rank + "/emargement?demi-journee=1");
			}
			if (rank == 3) {
				mark("Théo Lœuil", "Absence excusée");
			}
			if (rank == 5) {
				mark("Noël Ébly", "Absence");
			}
			this.claire.locator("form[action$='/tous'] button").click();
			this.claire.locator("summary", new Page.LocatorOptions().setHasText("Fermer la feuille")).click();
			this.claire.locator("form[action$='/contreseing'] button").click();
		}
		itIs(DAYS.get(rank - 1).atTime(17, 0));
		open(this.claire, parcours + "/seances/" + rank);
		this.claire.locator("summary").filter(new Locator.FilterOptions().setHasText("tenue")).first().click();
		this.claire.locator("form[action$='/tenue'] button").click();
	}

	private void mark(String name, String answer) {
		this.claire.locator("table.register tr", new Page.LocatorOptions().setHasText(name))
			.locator("button")
			.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + answer + "\\s*$")))
			.click();
	}

	/** Eight meetings of one hour, two a day; nobody of the gîte comes to the second. */
	private void meetEverybody(String parcours, int rank, LocalDate from) {
		List<String> meetings = meetings(parcours, rank);
		assertThat(meetings).hasSize(8);
		for (int i = 0; i < meetings.size(); i++) {
			LocalDateTime start = from.plusDays(i / 2).atTime((i % 2 == 0) ? 10 : 14, 0);
			itIs(start.minusDays(2));
			open(this.claire, meetings.get(i) + "/programmation");
			this.claire.fill("[name=date]", start.toLocalDate().toString());
			this.claire.fill("[name=start]", start.toLocalTime().toString());
			this.claire.fill("[name=minutes]", "60");
			submitForm(this.claire);
			if (this.claire.locator("[name=accepted]").count() > 0) {
				submitForm(this.claire);
			}
			itIs(start.plusHours(2));
			open(this.claire, meetings.get(i) + "/tenue");
			boolean somebody = !(rank == 2 && this.claire.locator("main").innerText().contains("Gîte"));
			if (!somebody) {
				this.claire.locator("[name=attendees]").all().forEach(Locator::uncheck);
				this.claire.locator("[name=nobody][type=checkbox]").check();
			}
			submitForm(this.claire);
		}
	}

	private List<String> meetings(String parcours, int rank) {
		open(this.claire, parcours + "/rendez-vous");
		return this.claire.locator("a[href*='/rendez-vous/']")
			.all()
			.stream()
			.map((link) -> link.getAttribute("href"))
			.distinct()
			.filter((href) -> isRanked(href, rank))
			.toList();
	}

	private boolean isRanked(String href, int rank) {
		Page peek = this.claire.context().newPage();
		open(peek, href);
		boolean ranked = peek.locator("h1").innerText().contains(String.valueOf(rank));
		peek.close();
		return ranked;
	}

	/** Zoé comes in by her invitation, on a phone, and tells three tries. */
	private void tryThings(String parcours) {
		itIs(DAYS.getLast().plusDays(5).atTime(9, 0));
		open(this.claire, parcours + "/structures");
		this.claire.locator("main a", new Page.LocatorOptions().setHasText("Les Abeilles du Béguinage"))
			.first()
			.click();
		this.claire.locator("form[action$='/acces'] button").first().click();
		// Days have passed since she came in: she says who she is, and asks again.
		assertThat(this.claire.url()).endsWith("/connexion?preuve");
		Browser.comeIn(this.claire, "claire.vasseur@demo.example", this.cast.password());
		this.claire.locator("form[action$='/acces'] button").first().click();
		String link = this.claire.locator("#lien-acces").inputValue();
		Page zoe = this.browser.window(390, ColorScheme.DARK, true);
		zoe.navigate("http://localhost:" + this.port + link.substring(link.indexOf("/invitation/")));
		zoe.locator("form[action*='/invitation/'] button[type=submit]").click();
		assertThat(zoe.url()).endsWith(":" + this.port + "/");
		log(zoe, parcours, "Le miel partagé", "DONE", "Co-construction", "40", "12", "18,5", "12,25");
		log(zoe, parcours, "Une ruche racontée", "DONE", "Information", "60", "5", "7", "7");
		log(zoe, parcours, "La ruche mobile", "ABANDONED", "Co-décision");
		assertThat(zoe.locator("main").innerText()).contains("La ruche mobile");
		zoe.context().close();
	}

	private void log(Page page, String parcours, String title, String state, String level, String... figures) {
		open(page, parcours + "/journal/nouvelle-action");
		page.fill("[name=title]", title);
		page.locator("button[name=puis][value=completer]").click();
		page.selectOption("[name=level]", new SelectOption().setLabel(level));
		page.locator("[name=state][value=" + state + "]").check();
		page.fill("[name=startsOn]", DAYS.get(5).toString());
		page.fill("[name=endsOn]", DAYS.get(5).plusDays(10).toString());
		if (figures.length > 0) {
			page.fill("[name=peopleReached]", figures[0]);
			page.fill("[name=peopleInvolved]", figures[1]);
			page.fill("[name=contributedHours]", figures[2]);
			page.fill("[name=volunteerHours]", figures[3]);
		}
		page.fill("[name=learning]", "Ce que nous avons appris de « " + title + " ».");
		page.locator("[name=sharedBilan][type=checkbox]").check();
		submitForm(page);
		assertThat(page.url()).doesNotContain("modifier");
	}

	private void publish(String parcours) {
		itIs(DAYS.getLast().plusDays(10).atTime(11, 0));
		open(this.claire, parcours + "/bilan");
		this.claire.locator("a[href*='/bilan/recit/modifier']").click();
		this.claire.fill("[name=done]", "Huit structures, sept séances.");
		this.claire.locator("[name=add][value=sessions]").click();
		assertThat(this.claire.inputValue("[name=done]"))
			.isEqualTo("Huit structures, sept séances. 7 séances sur 7 ont été tenues.");
		this.claire.fill("[name=next]", "Et ensuite **ensemble**.");
		this.claire.locator("form[action$='/recit/modifier'] .actions button[type=submit]").click();
		assertThat(this.claire.locator("#recit strong").innerText()).isEqualTo("ensemble");
		this.claire.locator("[name=kind][value=FINAL]").check();
		this.claire.fill("[name=haste]", "Le comité se réunit demain.");
		this.claire.locator("form[action$='/publication'] button[type=submit]").click();
		assertThat(this.claire.locator(".flash").innerText()).isNotBlank();
	}

	/**
	 * Worked out by hand. People: 8 pilots and 1 copilot. Structure-days: 8 × 7 = 56,
	 * less the brewery on day 3 = 55. Person-half-days: 9 × 14 = 126, less 2 (day 3) and
	 * 2 (day 5) = 122, of 3 h = 366 h. Meetings: 16 of 8 × 2. Actions: 2 done, of which 1
	 * beyond the concertation; 100 reached, 17 involved, 25.5 h of which 19.25 h by
	 * volunteers, at 12.02 €/h: 147.25 € + 84.14 € = 231.39 €.
	 */
	private void funderReads(String parcours) {
		Page helene = this.browser.window(1280, ColorScheme.LIGHT, true);
		signIn(helene, "helene.martel@demo.example", this.cast.password());
		open(helene, "/bilans");
		assertThat(helene.locator("main").innerText()).contains("Vallée du Béguinage 2031-2032");
		open(helene, parcours + "/bilan");
		String csv = new String(helene.request().get(url(parcours + "/bilan.csv")).body(), StandardCharsets.UTF_8);
		String text = helene.locator("main").innerText().replace('\u202f', ' ').replace('\u00a0', ' ');
		assertThat(text).contains("55 sur 56", "7 sur 7", "16 sur 16", "1 action sur 2", "25,5", "19,25", "231,39 €",
				"366", "La ruche mobile");
		assertThat(text).doesNotContain("Zoé", "Fréchin", "Claire");
		copies(helene);
		assertThat(csv).contains("55", "366", "231,39");
		assertThat(helene.navigate(url(parcours + "/journal")).status()).isEqualTo(404);
		assertThat(helene.navigate(url("/structures")).status()).isEqualTo(404);
		helene.context().close();
	}

	/** For the boxes of a portal: one figure, or all that a section says. */
	private static void copies(Page page) {
		page.evaluate("navigator.clipboard.writeText = (text) => { window.taken = text; return Promise.resolve(); }");
		page.locator("tr[data-figure=sessions] .copy").click();
		page.waitForCondition(() -> page.locator("body > p[role=status]").innerText().contains("Copié"));
		assertThat(taken(page)).isEqualTo("Séances tenues : 7");
		page.locator("[data-copy-section=synthese]").click();
		page.waitForCondition(() -> !taken(page).startsWith("Séances"));
		assertThat(taken(page)).startsWith("La synthèse").contains("Structures engagées").doesNotContain("Copier");
	}

	private static String taken(Page page) {
		return String.valueOf(page.evaluate("window.taken")).replace('\u202f', ' ').replace('\u00a0', ' ');
	}

	/**
	 * On their phones, one of them without a script, on the tablet that is turned in the
	 * middle of a signature, and somebody nobody expected.
	 */
	private void signThemselves(String day) {
		open(this.claire, day + "/salle");
		submit(this.claire, "Ouvrir la salle");
		String address = this.claire.locator(".door-words .hash").innerText();
		String room = address.substring(address.indexOf("/salle/"));
		assertThat(this.claire.navigate(url(room + "0")).status()).as("a wrong code").isEqualTo(404);
		for (String name : List.of("Zoé Fréchin", "Théo Lœuil")) {
			Page phone = this.browser.window(390, ColorScheme.DARK, true);
			choose(phone, room, name);
			assertThat(LookJourney.violations(phone)).isEmpty();
			submit(phone, "Je signe");
			assertThat(phone.locator(".summary").innerText()).contains("Signez dans le cadre");
			Finger.draw(phone, 0);
			boolean silent = name.startsWith("Zoé");
			phone.context().setOffline(silent);
			phone.locator("button[type=submit]").dblclick();
			if (silent) {
				phone.locator("[data-pad-silent]", new Page.LocatorOptions().setHasText("Réseau coupé")).waitFor();
				phone.context().setOffline(false);
			}
			Finger.await(phone, "C’est signé");
			assertThat(LookJourney.violations(phone)).isEmpty();
			phone.context().close();
		}
		Page plain = this.browser.window(390, ColorScheme.LIGHT, false);
		choose(plain, room, "Maïa Crépin");
		plain.fill("#written", "Maïa Crépin");
		submit(plain, "Je signe");
		Finger.await(plain, "C’est signé");
		plain.context().close();
		Page tablet = this.browser.window(820, ColorScheme.LIGHT, true);
		signIn(tablet, "claire.vasseur@demo.example", this.cast.password());
		open(tablet, day + "/salle");
		submit(tablet, "Faire passer");
		for (String name : List.of("Gaëlle Hénin", "Raphaël Noé")) {
			Finger.choose(tablet, name);
			Finger.draw(tablet, 0);
			tablet.setViewportSize(1180, 820);
			Finger.draw(tablet, 60);
			assertThat(tablet.locator("[name=strokes]").inputValue().split(";")).as("both strokes").hasSize(2);
			submit(tablet, "Je signe");
			Finger.await(tablet, "Qui êtes-vous");
			tablet.setViewportSize(820, 900);
		}
		assertThat(LookJourney.violations(tablet)).isEmpty();
		tablet.context().close();
		Page guest = this.browser.window(390, ColorScheme.LIGHT, true);
		open(guest, room + "/inconnu");
		guest.fill("#name", "Odile Ferrand");
		guest.fill("#organisation", "Ville d’Évin-le-Neuf");
		Finger.draw(guest, 0);
		submit(guest, "Je signe");
		Finger.await(guest, "C’est signé");
		guest.context().close();
		open(this.claire, day + "/emargement?demi-journee=1");
		String register = this.claire.locator("main").innerText().replace('\u202f', ' ').replace('\u00a0', ' ');
		assertThat(register).contains("5 présences sur 9", "Odile Ferrand", "a signé, matin");
	}

	private void choose(Page phone, String room, String name) {
		open(phone, room);
		Finger.choose(phone, name);
	}

	private void signIn(Page page, String email, String password) {
		open(page, "/connexion");
		Browser.comeIn(page, email, password);
	}

	private void submit(Page page, String button) {
		page.locator("main button[type=submit]", new Page.LocatorOptions().setHasText(button)).first().click();
	}

	private static void submitForm(Page page) {
		page.locator("main form button[type=submit]").first().click();
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
