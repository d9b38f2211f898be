package fr.faireavec.taxonomies;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.kernel.Ids;
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
 * The lists and the rates, kept by the administration; nothing in them is ever deleted.
 */
@IntegrationTest
class ListPagesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);

	private static final String LISTS = "/administration/listes/";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private TaxonomyEntries entries;

	@Autowired
	private HourlyRates rates;

	@Autowired
	private ValuationRates valuation;

	@Autowired
	private RateKeeping rateKeeping;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person ada;

	@BeforeEach
	void somebody() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(TODAY.atTime(10, 0));
		this.ada = this.cast.administrator("Ada", "Min");
		this.cast.flush();
	}

	@Test
	void everyListIsThereWithItsProgrammes() {
		Document lists = this.pages.read("/administration/listes", this.ada);
		assertThat(lists.select("main h2").eachText()).hasSize(11).contains("Niveaux d’implication", "Taux horaires");
		Document themes = this.pages.read(LISTS + "themes", this.ada);
		assertThat(themes.select(".entries .entry a").eachText()).hasSize(21).startsWith("Faire commun");
		assertThat(themes.select(".entries > li").eachText().getFirst())
			.contains("dans les programmes : Implication des usagers");
		assertThat(this.pages.read(LISTS + "familles", this.ada).select(".entries > li").eachText().getFirst())
			.contains("dans les programmes : Implication des usagers");
		assertThat(this.pages.get(LISTS + "inconnue", this.ada)).hasStatus(404);
		assertThat(this.pages.get(LISTS + "leviers/" + entry(Taxonomy.THEME, 1).getId(), this.ada)).hasStatus(404);
	}

	@Test
	void anEntryIsAddedOnceAtTheEnd() {
		String key = Ids.next().toString();
		for (int i = 0; i < 2; i++) {
			assertThat(this.pages.post(LISTS + "effets", this.ada, "key", key, "label", "Fierté partagée"))
				.hasRedirectedUrl(LISTS + "effets");
		}
		assertThat(labels("effets")).hasSize(9).endsWith("Fierté partagée");
		assertThat(noted()).containsOnlyOnce("list.added");
		MvcTestResult taken = this.pages.post(LISTS + "effets", this.ada, "label", "lien SOCIAL");
		assertThat(taken).hasStatus(422);
		assertThat(Pages.document(taken).select("#label-error").text()).contains("déjà dans la liste");
		assertThat(Pages.document(taken).select("#label").val()).isEqualTo("lien SOCIAL");
		assertThat(this.pages.post(LISTS + "effets", this.ada, "label", "x".repeat(121))).hasStatus(422);
		assertThat(this.pages.post(LISTS + "effets", this.ada, "label", "  ")).hasStatus(422);
	}

	@Test
	void aNewNameKeepsTheOldOneReadable() {
		TaxonomyEntry theme = entry(Taxonomy.THEME, 1);
		assertThat(this.pages.post(LISTS + "themes/" + theme.getId(), this.ada, "version", "0", "label",
				"Faire du commun"))
			.hasRedirectedUrl(LISTS + "themes");
		this.cast.forget();
		assertThat(labels("themes")).startsWith("Faire du commun");
		assertThat(this.pages.read(LISTS + "themes", this.ada).text())
			.contains("auparavant « Faire commun », jusqu’au 5 novembre 2026");
		assertThat(noted()).contains("list.renamed");
	}

	@Test
	void twoWhoEditOneEntrySeeBothTexts() {
		TaxonomyEntry level = entry(Taxonomy.LEVEL, 3);
		String address = LISTS + "niveaux/" + level.getId();
		this.pages.post(address, this.ada, "version", "0", "label", "Concertation active", "beyond", "true");
		this.cast.forget();
		MvcTestResult second = this.pages.post(address, this.ada, "version", "0", "label", "Dialogue");
		assertThat(second).hasStatus(409);
		assertThat(Pages.document(second).select("tbody td").eachText()).containsExactlyInAnyOrder("oui", "non",
				"Concertation active", "Dialogue");
		assertThat(entry(Taxonomy.LEVEL, 3).getLabel()).isEqualTo("Concertation active");
		assertThat(entry(Taxonomy.LEVEL, 3).isBeyondConcertation()).isTrue();
	}

	@Test
	void aScaleKeepsItsSteps() {
		assertThat(this.pages.read(LISTS + "niveaux", this.ada).select("form[action$=rang], #label")).isEmpty();
		assertThat(this.pages.post(LISTS + "niveaux", this.ada, "label", "Septième")).hasStatus(422);
		assertThat(this.pages.post(LISTS + "niveaux/" + entry(Taxonomy.LEVEL, 1).getId() + "/rang", this.ada, "vers",
				"bas"))
			.hasStatus(422);
		assertThat(labels("niveaux")).hasSize(6).startsWith("Information");
	}

	@Test
	void theOthersAreReordered() {
		List<String> before = labels("leviers");
		TaxonomyEntry second = entry(Taxonomy.LEVER, 2);
		this.pages.post(LISTS + "leviers/" + second.getId() + "/rang", this.ada, "vers", "haut");
		this.cast.forget();
		assertThat(labels("leviers")).startsWith(before.get(1), before.get(0), before.get(2)).hasSameSizeAs(before);
		this.pages.post(LISTS + "leviers/" + second.getId() + "/rang", this.ada, "vers", "haut");
		this.cast.forget();
		assertThat(labels("leviers")).startsWith(before.get(1), before.get(0));
		assertThat(noted()).containsOnlyOnce("list.moved");
	}

	@Test
	void whatIsRetiredIsOfferedNoLongerAndComesBack() {
		TaxonomyEntry lever = entry(Taxonomy.LEVER, 2);
		String address = LISTS + "leviers/" + lever.getId();
		assertThat(this.pages.post(address + "/retrait", this.ada)).hasRedirectedUrl(LISTS + "leviers");
		this.cast.forget();
		assertThat(this.entries.offered(List.of(Taxonomy.LEVER))).noneMatch((one) -> one.equals(lever));
		Document page = this.pages.read(LISTS + "leviers", this.ada);
		assertThat(page.text()).contains("Retirés", "retiré le 5 novembre 2026");
		assertThat(this.pages.post(LISTS + "leviers", this.ada, "label", lever.getLabel()))
			.hasRedirectedUrl(LISTS + "leviers");
		assertThat(this.pages.post(address + "/retablissement", this.ada)).hasStatus(422);
		this.cast.forget();
		this.jdbc.sql("UPDATE taxonomy_entry SET label = 'Autre' WHERE label = :label AND retired_on IS NULL")
			.param("label", lever.getLabel())
			.update();
		assertThat(this.pages.post(address + "/retablissement", this.ada)).hasRedirectedUrl(LISTS + "leviers");
		this.cast.forget();
		assertThat(this.entries.offered(List.of(Taxonomy.LEVER))).contains(lever);
		assertThat(noted()).contains("list.retired", "list.restored");
	}

	@Test
	void eightyEntriesCostWhatEightDo() {
		this.pages.read(LISTS + "effets", this.ada);
		int few = this.pages.statements(LISTS + "effets", this.ada);
		for (int i = 0; i < 80; i++) {
			TaxonomyEntry entry = this.entries
				.save(new TaxonomyEntry(Ids.next(), Taxonomy.EFFECT, "Effet " + i, 20 + i));
			entry.rename("Effet renommé " + i, TODAY);
		}
		this.cast.forget();
		assertThat(this.pages.statements(LISTS + "effets", this.ada)).isEqualTo(few).isLessThanOrEqualTo(15);
		assertThat(labels("effets")).hasSize(88);
	}

	@Test
	void aRateHoldsFromItsDayOn() {
		MvcTestResult added = this.pages.post(LISTS + "taux", this.ada, "key", Ids.next().toString(), "label",
				"SMIC brut horaire", "eurosPerHour", "12,31", "validFrom", "2026-11-01", "source", "Décret");
		assertThat(added).hasRedirectedUrl(LISTS + "taux");
		assertThat(this.valuation.on(LocalDate.of(2026, 10, 31)).orElseThrow().eurosPerHour())
			.isEqualByComparingTo("12.02");
		assertThat(this.valuation.on(LocalDate.of(2026, 11, 1)).orElseThrow().eurosPerHour())
			.isEqualByComparingTo("12.31");
		assertThat(this.pages.read(LISTS + "taux", this.ada).select("tr:has(.tag.brand)").text()).contains("12,31");
		MvcTestResult sameDay = this.pages.post(LISTS + "taux", this.ada, "label", "Autre", "eurosPerHour", "13",
				"validFrom", "2026-11-01", "source", "Ailleurs");
		assertThat(sameDay).hasStatus(422);
		assertThat(Pages.document(sameDay).select("#validFrom-error").text()).contains("1er novembre 2026");
		assertThat(Pages.document(sameDay).select("#source").val()).isEqualTo("Ailleurs");
		assertThat(noted()).containsOnlyOnce("rate.added");
	}

	@Test
	void aRateHasItsLimits() {
		for (String euros : List.of("0", "-1", "10000", "12,345", "douze")) {
			MvcTestResult result = this.pages.post(LISTS + "taux", this.ada, "label", "Taux", "eurosPerHour", euros,
					"validFrom", "2027-01-01", "source", "x");
			assertThat(result).as(euros).hasStatus(422);
			assertThat(Pages.document(result).select("#eurosPerHour").val()).isEqualTo(euros);
		}
	}

	@Test
	void aRateThatPricedSomethingIsNotCorrected() {
		HourlyRate current = this.rates.newestFirst().getFirst();
		String address = LISTS + "taux/" + current.getId();
		assertThat(this.pages.post(address, this.ada, "version", "0", "label", "SMIC", "eurosPerHour", "12,05",
				"validFrom", "2026-01-01", "source", "Décret"))
			.hasRedirectedUrl(LISTS + "taux");
		this.cast.forget();
		assertThat(this.valuation.on(TODAY).orElseThrow().eurosPerHour()).isEqualByComparingTo("12.05");
		assertThat(this.pages.post(address, this.ada, "version", "0", "label", "SMIC", "eurosPerHour", "12,09",
				"validFrom", "2026-01-01", "source", "Décret"))
			.hasStatus(409);
		priced(new BigDecimal("12.05"));
		assertThat(this.pages.read(address, this.ada).text()).contains("il ne se corrige plus");
		assertThat(this.pages.post(address, this.ada, "version", "1", "label", "SMIC", "eurosPerHour", "12,09",
				"validFrom", "2026-01-01", "source", "Décret"))
			.hasStatus(422);
		assertThat(noted()).contains("rate.corrected");
	}

	@Test
	void aRetiredRatePricesNothingMoreAndWhatItPricedStays() {
		HourlyRate current = this.rates.newestFirst().getFirst();
		String address = LISTS + "taux/" + current.getId();
		priced(new BigDecimal("12.02"));
		assertThat(this.pages.post(address + "/retrait", this.ada)).hasRedirectedUrl(LISTS + "taux");
		this.cast.forget();
		assertThat(this.valuation.on(TODAY).orElseThrow().eurosPerHour()).isEqualByComparingTo("11.88");
		assertThat(this.jdbc.sql("SELECT valued_rate FROM logged_action").query(BigDecimal.class).list())
			.containsExactly(new BigDecimal("12.02"));
		this.rateKeeping.add(Ids.next(),
				new RateTerms("Autre", new BigDecimal("12.50"), LocalDate.of(2026, 1, 1), "x"));
		assertThat(this.pages.post(address + "/retablissement", this.ada)).hasStatus(422);
		assertThat(noted()).contains("rate.retired");
	}

	private void priced(BigDecimal rate) {
		Person claire = this.cast.facilitator("Claire", "Vasseur");
		var parcours = this.cast.parcours("Pays de test", TODAY.minusDays(60), claire);
		var enrolment = this.cast.enrol(parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.flush();
		Impersonation.as(claire, () -> this.logging.log(Ids.next(), parcours.getId(), enrolment.getId(),
				fr.faireavec.journal.ActionDraft.titled("Essai")));
		this.cast.flush();
		this.jdbc.sql("UPDATE logged_action SET valued_rate = :rate, valued_amount = :rate, starts_on = :day")
			.param("rate", rate)
			.param("day", TODAY.minusDays(3))
			.update();
		this.cast.forget();
	}

	@Autowired
	private fr.faireavec.journal.ActionLogging logging;

	private TaxonomyEntry entry(Taxonomy taxonomy, int rank) {
		return this.entries.whole(taxonomy).stream().filter((one) -> one.getRank() == rank).findFirst().orElseThrow();
	}

	private List<String> labels(String list) {
		Document page = this.pages.read(LISTS + list, this.ada);
		return page.select("ol.entries .entry a").eachText();
	}

	private List<String> noted() {
		return this.jdbc.sql("SELECT what FROM audit_row WHERE actor_id = :ada")
			.param("ada", this.ada.getId())
			.query((row, n) -> row.getString(1))
			.list();
	}

}
