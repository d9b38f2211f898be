package fr.faireavec.announcements;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.narratives.Drafts;
import fr.faireavec.narratives.NarrativeWriting;
import fr.faireavec.narratives.Section;
import fr.faireavec.narratives.Typed;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Workbook;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Seven pilots read what the bilan will say of them; one takes it back the day before.
 */
@IntegrationTest
class AnnouncementPagesTests {

	private static final String BILAN = "/parcours/vallee-de-la-brune/bilan";

	private static final String OF_US = BILAN + "/de-nous";

	private static final LocalDate START = LocalDate.of(2025, 1, 6);

	private static final LocalDateTime ANNOUNCED = LocalDate.of(2025, 9, 1).atTime(10, 0);

	private static final String FROM = "2025-01-06";

	private static final String TO = "2025-12-31";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private NarrativeWriting writing;

	@Autowired
	private Drafts drafts;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private ConventionKeeping conventions;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person helene;

	private Parcours brune;

	private int acts;

	private final List<Enrolment> enrolments = new ArrayList<>();

	private final List<Person> pilots = new ArrayList<>();

	private final List<UUID> actions = new ArrayList<>();

	@BeforeEach
	void setTheScene() {
		this.cast.itIs(ANNOUNCED);
		this.pages = new Pages(this.mvc, this.cast);
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.helene = this.cast.person("Hélène", "Martel");
		this.brune = this.cast.parcours("Vallée de la Brune", START, this.claire);
		Funder region = this.funders.register(UUID.randomUUID(), "Région Fictive", FunderKind.REGION, "", "", "");
		this.funders.nameReader(region.getId(), this.helene);
		this.conventions.agree(UUID.randomUUID(), this.brune.getId(), region.getId(),
				new ConventionTerms("R-1", null, START, START.plusYears(1), null, null, null, null, null, null, null));
		for (int i = 1; i <= 7; i++) {
			Enrolment enrolment = this.cast.enrol(this.brune, this.cast.structure("Structure n° " + i + " du val"));
			Person pilot = this.cast.person("Pilote", "Numéro" + "x".repeat(i));
			this.cast.pilot(enrolment, pilot, START);
			this.cast.flush();
			UUID action = Impersonation.giving(pilot, () -> this.logging.log(UUID.randomUUID(), this.brune.getId(),
					enrolment.getId(), ActionDraft.titled("Essai " + "abcdefg".charAt(this.pilots.size()))))
				.getId();
			this.jdbc.sql("""
					UPDATE logged_action SET state = 'DONE', ends_on = '2025-05-05', learning = :learning,
					  shared_bilan = true WHERE id = :id""")
				.param("learning", "Nos mots " + i)
				.param("id", action)
				.update();
			this.enrolments.add(enrolment);
			this.pilots.add(pilot);
			this.actions.add(action);
		}
		this.cast.forget();
	}

	@Test
	void oneOfSevenTakesHerWordsBackTheDayBefore() {
		announce();
		assertThat(this.jdbc.sql("SELECT recipient_id FROM letter WHERE kind = 'announcements.announced'")
			.query(UUID.class)
			.list()).containsExactlyInAnyOrderElementsOf(this.pilots.stream().map(Person::getId).toList());
		String hers = this.pages.read(OF_US, this.pilots.get(3)).text();
		assertThat(hers).contains("Essai d", "Nos mots 4", "8 septembre 2025").doesNotContain("Essai a", "Nos mots 5");
		this.cast.itIs(ANNOUNCED.plusDays(6));
		assertThat(takeBack(3, this.actions.get(3))).hasStatus(HttpStatus.FOUND);
		assertThat(takeBack(3, this.actions.get(3))).hasStatus(HttpStatus.FOUND);
		assertThat(this.pages.read(OF_US, this.pilots.get(3)).text()).contains("Retiré : le bilan ne le racontera pas");
		assertThat(this.pages.read(BILAN, this.claire).select("#annoncer").text()).contains("Essai d");
		this.cast.itIs(ANNOUNCED.plusDays(7).plusMinutes(5));
		assertThat(publish("haste", "")).hasStatus(HttpStatus.FOUND);
		for (String address : List.of(BILAN, BILAN + ".csv", BILAN + "/actions.csv", BILAN + ".xlsx")) {
			MvcTestResult read = this.pages.get(address, this.helene);
			assertThat(read).hasStatusOk();
			String text = address.endsWith(".xlsx") ? Workbook.text(read.getResponse().getContentAsByteArray())
					: new String(read.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
			assertThat(text).doesNotContain("Essai d", "Nos mots 4").doesNotContain("retiré", "Retiré");
			if (!address.endsWith("bilan.csv")) {
				assertThat(text).contains("Essai a", "Nos mots 7");
			}
		}
		assertThat(this.pages.read(BILAN, this.helene).select("[data-figure=done]").text()).as("it counts")
			.contains("7");
		assertThat(takeBack(2, this.actions.get(2))).as("too late").hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.pages.read(OF_US, this.pilots.get(3)).text()).contains("Aucun bilan n’est annoncé");
		assertThat(history()).containsExactly("bilan.announced", "bilan.withheld", "bilan.published");
	}

	@Test
	void whatWasTakenBackMayBeGivenAgain() {
		announce();
		takeBack(0, this.actions.getFirst());
		assertThat(this.pages.post(OF_US + "/retour", this.pilots.getFirst(), "enrolment", enrolment(0), "action",
				this.actions.getFirst().toString()))
			.hasStatus(HttpStatus.FOUND);
		this.cast.itIs(ANNOUNCED.plusDays(8));
		publish("haste", "");
		assertThat(this.pages.read(BILAN, this.helene).text()).contains("Essai a", "Nos mots 1");
		assertThat(history()).containsExactly("bilan.announced", "bilan.withheld", "bilan.givenBack",
				"bilan.published");
	}

	/** Nobody answers for another: neither with her structure nor with her action. */
	@Test
	void nobodyTakesBackWhatIsNotHers() {
		assertThat(takeBack(0, this.actions.getFirst())).as("nothing is announced")
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		announce();
		assertThat(this.pages.post(OF_US + "/retrait", this.pilots.getFirst(), "enrolment", enrolment(1), "action",
				this.actions.get(1).toString()))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(takeBack(0, this.actions.get(1))).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(takeBack(0, UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.pages.get(OF_US, this.claire)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.pages.get(OF_US, this.helene)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.jdbc.sql("SELECT count(*) FROM bilan_withholding").query(Integer.class).single()).isZero();
	}

	@Test
	void sevenDaysOrAReasonWhichNoFunderReads() {
		MvcTestResult unannounced = publish("haste", " ");
		assertThat(unannounced).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Pages.document(unannounced).select("#haste-error").text()).contains("attendez sept jours");
		announce();
		this.cast.itIs(ANNOUNCED.plusDays(7).minusMinutes(1));
		assertThat(publish("haste", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		this.cast.itIs(ANNOUNCED.plusDays(7).plusMinutes(5));
		assertThat(this.pages.post(BILAN + "/publication", this.claire, "key", UUID.randomUUID().toString(), "kind",
				"FINAL", "from", "2024-12-01", "to", TO))
			.as("of a period nobody was told of")
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.pages.read(BILAN + "?from=" + FROM + "&to=" + TO, this.claire).select("[name=haste]"))
			.isEmpty();
		this.cast.itIs(ANNOUNCED.plusDays(2));
		assertThat(this.pages.read(BILAN + "?from=" + FROM + "&to=" + TO, this.claire).select("[name=haste]"))
			.hasSize(1);
		assertThat(publish("haste", "Canari de la hâte")).hasStatus(HttpStatus.FOUND);
		assertThat(this.pages.read(BILAN + "?version=1", this.claire).text()).contains("Canari de la hâte");
		assertThat(this.pages.read(BILAN, this.helene).text()).doesNotContain("Canari de la hâte");
		assertThat(this.pages.read(BILAN, this.pilots.getFirst()).text()).doesNotContain("Canari de la hâte");
		assertThat(this.jdbc.sql("SELECT changes::text FROM audit_row WHERE what = 'bilan.published'")
			.query(String.class)
			.single()).contains("Canari de la hâte");
	}

	@Test
	void aStructureThatDoesNotWantToBeNamedIsNot() {
		tell("Merci à la STRUCTURE n° 2 du val.");
		announce();
		assertThat(this.pages.read(OF_US, this.pilots.get(1)).text()).contains("Le récit de l’animation vous nomme",
				"Merci à la STRUCTURE n° 2 du val.");
		assertThat(this.pages.read(OF_US, this.pilots.get(2)).text()).doesNotContain("vous nomme :", "Merci à la");
		assertThat(takeBack(1, null)).hasStatus(HttpStatus.FOUND);
		this.cast.itIs(ANNOUNCED.plusDays(8));
		MvcTestResult refused = publish("haste", "");
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Pages.document(refused).text()).contains("« Structure n° 2 du val » ne souhaite pas être nommée");
		tell("Merci à toutes.");
		assertThat(publish("haste", "")).hasStatus(HttpStatus.FOUND);
	}

	/** Announced twice it is said once; of another period, seven days begin anew. */
	@Test
	void anAnnouncementIsSaidOnce() {
		announce();
		announce();
		assertThat(letters()).isEqualTo(7);
		this.cast.itIs(ANNOUNCED.plusDays(3));
		assertThat(this.pages.post(BILAN + "/annonce", this.claire, "from", FROM, "to", "2025-06-30"))
			.hasStatus(HttpStatus.FOUND);
		assertThat(letters()).isEqualTo(14);
		assertThat(this.pages.read(OF_US, this.pilots.getFirst()).text()).contains("11 septembre 2025");
	}

	/**
	 * From the last day to a bilan that its funder reads: whatever those who run the
	 * parcours send is one act.
	 */
	@Test
	void fiveActsAreEnough() {
		this.cast.itIs(ANNOUNCED.minusDays(20));
		LocalDateTime morning = ANNOUNCED.withHour(9);
		this.scheduling.schedule(this.brune.getId(), 7, 0,
				new SessionPlan(List.of(new TimeSlot(morning, morning.plusHours(3))), Mode.PRESENTIEL, "Ici", "", ""));
		this.cast.forget();
		this.cast.itIs(ANNOUNCED.withHour(18));
		String parcours = "/parcours/vallee-de-la-brune";
		act(parcours + "/seances/7", "/tenue", Map.of());
		act(BILAN, "/annonce", Map.of());
		act(BILAN + "/recit/modifier", "/modifier", Map.of("done", "Ce que nous avons fait."));
		act(parcours + "/cloture", "/cloture", Map.of("reason", "Le reste se fera après."));
		this.cast.itIs(ANNOUNCED.plusDays(8));
		act(BILAN, "/publication", Map.of("kind", "FINAL"));
		assertThat(this.acts).isLessThanOrEqualTo(5);
		assertThat(this.pages.read(BILAN, this.helene).text()).contains("Ce que nous avons fait.", "Essai a");
	}

	/** Opens a page and sends one of its forms, with what is typed there. */
	private void act(String page, String form, Map<String, String> typed) {
		Map<String, String> sent = new LinkedHashMap<>();
		for (Element field : this.pages.read(page, this.claire)
			.expectFirst("form[method=post][action$=" + form + "]")
			.select("input[type=hidden], textarea")) {
			sent.put(field.attr("name"), field.hasAttr("value") ? field.attr("value") : field.wholeText());
		}
		sent.remove("_csrf");
		sent.putAll(typed);
		List<String> fields = new ArrayList<>();
		sent.forEach((name, value) -> fields.addAll(List.of(name, value)));
		String address = page.endsWith(form) ? page : page + form;
		assertThat(this.pages.post(address, this.claire, fields.toArray(String[]::new))).as(form)
			.hasStatus(HttpStatus.FOUND);
		this.cast.forget();
		this.acts++;
	}

	private MvcTestResult announced() {
		return this.pages.post(BILAN + "/annonce", this.claire, "from", FROM, "to", TO);
	}

	private void announce() {
		assertThat(announced()).hasStatus(HttpStatus.FOUND);
	}

	private void tell(String words) {
		Impersonation.as(this.claire, () -> this.writing.write(this.brune.getId(), new Typed(UUID.randomUUID(),
				Map.of(Section.DONE, words), this.drafts.of(this.brune.getId()).marks(), null)));
	}

	private MvcTestResult publish(String... more) {
		List<String> fields = new ArrayList<>(
				List.of("key", UUID.randomUUID().toString(), "kind", "FINAL", "from", FROM, "to", TO));
		fields.addAll(List.of(more));
		return this.pages.post(BILAN + "/publication", this.claire, fields.toArray(String[]::new));
	}

	private MvcTestResult takeBack(int pilot, @Nullable UUID action) {
		return this.pages.post(OF_US + "/retrait", this.pilots.get(pilot), "enrolment", enrolment(pilot), "action",
				(action != null) ? action.toString() : "");
	}

	private String enrolment(int pilot) {
		return this.enrolments.get(pilot).getId().toString();
	}

	private int letters() {
		return this.jdbc.sql("SELECT count(*) FROM letter WHERE kind = 'announcements.announced'")
			.query(Integer.class)
			.single();
	}

	private List<String> history() {
		return this.jdbc.sql("SELECT what FROM audit_row WHERE what LIKE 'bilan.%' ORDER BY happened_at, id")
			.query((row, n) -> String.valueOf(row.getString(1)))
			.list();
	}

}
