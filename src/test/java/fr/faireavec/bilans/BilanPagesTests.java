package fr.faireavec.bilans;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.kernel.PersonalDataHolder;
import fr.faireavec.narratives.Drafts;
import fr.faireavec.narratives.NarrativeWriting;
import fr.faireavec.narratives.Section;
import fr.faireavec.narratives.Typed;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.structures.Structure;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Pdf;
import fr.faireavec.testing.Spreadsheet;
import fr.faireavec.testing.Workbook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the animation sees and publishes, what a funder reads, and nobody else. */
@IntegrationTest
class BilanPagesTests {

	private static final LocalDate START = LocalDate.of(2025, 1, 6);

	private static final int MOST_STATEMENTS = 15;

	/** Where this test writes the narrative. */
	private static final UUID PAGE = UUID.randomUUID();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private ConventionKeeping conventions;

	@Autowired
	private Bilans bilans;

	@Autowired
	private BilanFiles files;

	@Autowired
	private NarrativeWriting writing;

	@Autowired
	private Drafts drafts;

	private Pages pages;

	private Person claire;

	private Person helene;

	private Person ines;

	private Parcours brune;

	private Funder region;

	private RawWorld world;

	private UUID enrolment;

	private UUID morning;

	@BeforeEach
	void setTheScene() {
		this.cast.itIs(LocalDate.of(2025, 9, 1).atTime(10, 0));
		this.pages = new Pages(this.mvc, this.cast);
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.helene = this.cast.person("Hélène", "Martel");
		this.brune = this.cast.parcours("Vallée de la Brune", START, this.claire);
		Structure recyclerie = this.cast.structure("Recyclerie du Canal");
		Enrolment enrolled = this.cast.enrol(this.brune, recyclerie);
		this.cast.pilot(enrolled, this.ines, START);
		this.region = this.funders.register(UUID.randomUUID(), "Région Fictive", FunderKind.REGION,
				"Avec le soutien de la Région Fictive", "", "");
		this.funders.nameReader(this.region.getId(), this.helene);
		agree(this.region, "2025-118", 8);
		this.cast.flush();
		this.world = new RawWorld(this.jdbc, this.brune.getId());
		this.enrolment = enrolled.getId();
		this.morning = this.world.holdMorning(1, LocalDate.of(2025, 2, 6));
		this.world.attendance(this.morning, this.ines.getId(), this.enrolment, "PRESENT");
		this.world.guest(this.world.sessionOf(this.morning), "Canari invité", null);
		this.world.meeting(this.enrolment, 9, true, "HELD", LocalDate.of(2025, 3, 3).atTime(14, 0), false);
		action("Un café des idées", true, "=1+1 : nous avons appris, à demander,＠tous");
		action("Une action gardée pour nous", false, "Canari non partagé");
	}

	@Test
	void theAnimationSeesTheFiguresLiveAndWhoWillReadThem() {
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.claire);
		assertThat(page.select("[data-figure=presence] .value").text()).isEqualTo("100 %");
		assertThat(page.select("li[data-figure=engaged]").text()).contains("1", "prévu : 8");
		assertThat(page.select("#publier").text()).contains("Région Fictive", "Hélène Martel",
				"1 action sera publiée avec son titre");
		assertThat(page.text()).contains("Présence des personnes 100 % · 1 sur 1 demi-journée attendue")
			.contains("2 actions sur 2 vont au-delà de la concertation");
		assertThat(this.pages.statements("/parcours/vallee-de-la-brune/bilan", this.claire))
			.isLessThanOrEqualTo(MOST_STATEMENTS);
	}

	@Test
	void aPageTakesAsManyStatementsHoweverMuchItTells() {
		publish("Une année de plus");
		List<String> addresses = List.of("/parcours/vallee-de-la-brune/bilan",
				"/parcours/vallee-de-la-brune/bilan?version=1", "/bilans");
		List<Integer> before = addresses.stream()
			.map((address) -> this.pages.statements(address, this.claire))
			.toList();
		for (int i = 0; i < 12; i++) {
			UUID other = this.world.enrolment();
			UUID person = this.world.mandate(other, "PILOT", START, null);
			this.world.attendance(this.morning, person, other, "PRESENT");
			this.world.action(other, "DONE", Map.of("ends_on", LocalDate.of(2025, 4, 1), "shared_bilan", true));
			if (i % 4 == 0) {
				this.world.convention("Fondation " + i, "F-" + i, 3, null);
				publish("Encore");
			}
		}
		assertThat(addresses.stream().map((address) -> this.pages.statements(address, this.claire)).toList())
			.isEqualTo(before)
			.allSatisfy((count) -> assertThat(count).isLessThanOrEqualTo(MOST_STATEMENTS));
		assertThat(this.pages.statements("/parcours/vallee-de-la-brune/bilan", this.helene))
			.isLessThanOrEqualTo(MOST_STATEMENTS);
	}

	@Test
	void aChosenPeriodCountsOnlyItsOwnDays() {
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan?from=2025-03-01&to=2025-03-31",
				this.claire);
		assertThat(page.select("li[data-figure=engaged] .value").text()).isEqualTo("0");
		assertThat(page.select("li[data-figure=presence] .value").text()).isEqualTo("n. d.");
		assertThat(page.select(".tags").text()).contains("du 1er mars 2025 au 31 mars 2025");
	}

	@ParameterizedTest
	@ValueSource(strings = { "from=2025-06-01&to=2025-05-01", "from=0001-01-01", "to=9999-12-31", "from=hier" })
	void aPeriodThatCannotBeIsSaidAndTheParcoursSOwnIsShown(String period) {
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan?" + period, this.claire);
		assertThat(page.select(".summary").text()).isNotEmpty();
		assertThat(page.select("li[data-figure=engaged] .value").text()).isEqualTo("1");
		assertThat(this.pages.get("/parcours/vallee-de-la-brune/bilan.csv?" + period, this.claire)
			.getResponse()
			.getStatus()).isBetween(400, 499);
	}

	/** Each chart is a picture of its own, with the numbers the page says. */
	@Test
	void aChartIsTakenAsAPicture() throws Exception {
		publish("Une année de plus");
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene);
		List<String> addresses = page.select("a[href*=graphique-]").eachAttr("href");
		assertThat(addresses).hasSizeGreaterThanOrEqualTo(8).allMatch((address) -> address.endsWith("?version=1"));
		for (String address : addresses) {
			MvcTestResult file = this.pages.get(address, this.helene);
			assertThat(file).as(address).hasStatusOk();
			assertThat(file.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
			byte[] content = file.getResponse().getContentAsByteArray();
			if (address.contains(".png")) {
				BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
				assertThat(image.getWidth()).isEqualTo(1920);
				assertThat(content.length).isLessThan(200_000);
			}
			else {
				Document svg = Jsoup.parse(new String(content, StandardCharsets.UTF_8), "", Parser.xmlParser());
				assertThat(svg.select("text").text()).contains("Vallée de la Brune", "version 1");
				assertThat(svg.select("svg > title").text()).isNotEmpty();
			}
		}
		String levels = new String(
				this.pages.get("/parcours/vallee-de-la-brune/bilan/graphique-niveaux.svg", this.claire)
					.getResponse()
					.getContentAsByteArray(),
				StandardCharsets.UTF_8);
		assertThat(levels).contains("2 actions sur 2 vont au-delà", "en cours, non publié");
		assertThat(this.pages.get("/parcours/vallee-de-la-brune/bilan/graphique-rien.svg", this.helene))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void nothingIsToReadBeforeABilanIsPublished() {
		for (String address : List.of("", "?version=1", ".pdf", ".xlsx", ".csv", "/actions.csv", "?from=2025-01-01")) {
			assertThat(this.pages.get("/parcours/vallee-de-la-brune/bilan" + address, this.helene))
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.pages.get("/parcours/vallee-de-la-brune/bilan", this.ines)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.pages.read("/parcours/vallee-de-la-brune", this.ines).select("a[href$=/bilan]")).isEmpty();
		this.jdbc.sql("UPDATE convention SET report_due_on = DATE '2026-03-31'").update();
		Document shelf = this.pages.read("/bilans", this.helene);
		assertThat(shelf.select(".card").text()).contains("Vallée de la Brune", "Aucun bilan publié",
				"Attendu pour le 31 mars 2026");
		assertThat(shelf.select("main a[href*=bilan]")).isEmpty();
	}

	@Test
	void whatIsPublishedItsFunderReads() {
		publish("Une **belle** année.\nMerci à toutes et à tous.");
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene);
		assertThat(page.select("h1").text()).isEqualTo("Bilan final — Vallée de la Brune");
		assertThat(page.text()).contains("Une belle année.", "Avec le soutien de la Région Fictive", "prévu : 8",
				"Un café des idées", "=1+1 : nous avons appris, à demander,＠tous");
		assertThat(page.select("#recit-done").text()).isEqualTo("Ce qui a été fait");
		for (String file : List.of(Pdf.words(file(".pdf", this.helene)), Workbook.text(file(".xlsx", this.helene)),
				body("/parcours/vallee-de-la-brune/bilan.csv", this.helene))) {
			assertThat(file).contains("Ce qui a été fait", "belle", "Merci à toutes et à tous.").doesNotContain("**");
		}
		assertThat(page.select("form[action*=publication]")).isEmpty();
		assertThat(page.text()).doesNotContain("Présence des personnes");
		Document list = this.pages.read("/bilans", this.helene);
		assertThat(list.select("a[href='/parcours/vallee-de-la-brune/bilan?version=1']")).isNotEmpty();
		assertThat(list.select("a[href='/parcours/vallee-de-la-brune/bilan']")).isEmpty();
		assertThat(this.pages.read("/bilans", this.claire).select("a[href='/parcours/vallee-de-la-brune/bilan']"))
			.isNotEmpty();
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/historique", this.claire).text())
			.contains("Bilan publié, version 1");
	}

	@Test
	void whatIsPublishedNeverMoves() {
		publishAndPrint("Premier");
		List<String> before = everythingRead(1);
		String sha256 = this.bilans.latest(this.brune.getId()).orElseThrow().sha256();
		this.world.attendance(this.world.holdMorning(2, LocalDate.of(2025, 3, 6)), this.ines.getId(), this.enrolment,
				"ABSENT");
		for (String change : List.of(
				"UPDATE logged_action SET title = 'Autre', learning = 'Autre', people_involved = 1",
				"UPDATE parcours SET name = 'Autre nom', programme = 'Autre', territory = 'Ailleurs'",
				"UPDATE structure SET name = 'Autre structure'", "UPDATE funder SET mention = 'Autre mention'",
				"UPDATE convention SET target_structures = 99, number = 'autre'",
				"UPDATE taxonomy_entry SET label = 'Autre ' || label WHERE taxonomy = 'LEVEL'",
				"UPDATE enrolment SET departement_then = '80', sector_then = 'Autre'")) {
			this.jdbc.sql(change).update();
		}
		this.cast.forget();
		assertThat(everythingRead(1)).isEqualTo(before);
		publish("Second");
		assertThat(everythingRead(1)).isEqualTo(before);
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene).select("h1").text())
			.isEqualTo("Bilan final — Autre nom");
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan?version=1", this.helene).text())
			.contains("Une version plus récente est publiée");
		Bilan first = this.bilans.numbered(this.brune.getId(), 1).orElseThrow();
		assertThat(first.sha256()).isEqualTo(sha256);
		assertThat(first.intact()).isTrue();
	}

	/**
	 * Kept with it, one of each kind for each who reads it otherwise; and known again.
	 */
	@Test
	void whatIsPublishedKeepsItsFiles() throws Exception {
		publishAndPrint("Pour longtemps");
		assertThat(this.jdbc.sql("SELECT count(*) FROM bilan_file WHERE content IS NOT NULL")
			.query(Integer.class)
			.single()).isEqualTo(7);
		for (String kind : List.of("PDF", "XLSX", "CSV")) {
			byte[] file = file("." + kind.toLowerCase(Locale.ROOT) + "?version=1", this.helene);
			assertThat(this.jdbc.sql("SELECT content FROM bilan_file WHERE kind = :kind AND told")
				.param("kind", kind)
				.query((row, n) -> row.getBytes("content"))
				.single()).isEqualTo(file);
			String sha256 = CanonicalJson.sha256(file);
			assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan?version=1", this.helene).text())
				.contains(sha256);
			assertThat(this.files.issuedAt(sha256)).isPresent();
		}
		byte[] live = file(".pdf", this.claire);
		assertThat(Pdf.words(live)).contains("En cours, non publié", "Un café des idées");
		assertThat(Workbook.text(file(".xlsx", this.claire))).contains("en cours, non publié");
		assertThat(this.files.issuedAt(CanonicalJson.sha256(live))).isEmpty();
		assertThat(this.jdbc.sql("SELECT count(*) FROM bilan_file").query(Integer.class).single()).isEqualTo(7);
	}

	/** As before files were kept: made once from what is frozen, and said. */
	@Test
	void anOlderVersionHasItsFilesMadeOnce() {
		publish("D’avant");
		this.jdbc.sql("ALTER TABLE bilan_file DISABLE TRIGGER USER").update();
		this.jdbc.sql("DELETE FROM bilan_file").update();
		this.jdbc.sql("ALTER TABLE bilan_file ENABLE TRIGGER USER").update();
		this.cast.itIs(LocalDate.of(2025, 9, 2).atTime(10, 0));
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene).text())
			.contains("n’ont pas été gardés à sa publication");
		byte[] first = file(".pdf", this.helene);
		assertThat(Pdf.words(first)).contains("Fichier fait le 2 septembre 2025", "D’avant");
		this.cast.itIs(LocalDate.of(2025, 9, 3).atTime(10, 0));
		assertThat(file(".pdf", this.helene)).isEqualTo(first);
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene).text())
			.contains(CanonicalJson.sha256(first));
	}

	/** Bytes that are no longer those of the publication are never handed out. */
	@Test
	void aFileThatWasTouchedIsRefused() {
		publishAndPrint("");
		this.jdbc.sql("ALTER TABLE bilan_file DISABLE TRIGGER USER").update();
		this.jdbc.sql("UPDATE bilan_file SET content = content || '\\x00'").update();
		this.jdbc.sql("ALTER TABLE bilan_file ENABLE TRIGGER USER").update();
		for (String which : List.of(".pdf", ".xlsx", ".csv", "/actions.csv")) {
			MvcTestResult refused = this.pages.get("/parcours/vallee-de-la-brune/bilan" + which, this.helene);
			assertThat(refused.getResponse().getStatus()).isBetween(400, 499);
			assertThat(Pages.document(refused).text()).contains("ne correspond plus à l’empreinte");
		}
	}

	/** A name is taken out: the files that held it are gone, the new ones say so. */
	@Test
	void aNameTakenOutLeavesItsFilesToo() {
		publish("Merci à Inès Carpentier.");
		byte[] before = file(".pdf", this.helene);
		UUID id = this.bilans.latest(this.brune.getId()).orElseThrow().id();
		this.bilans.reword(id,
				Map.of("story/told/DONE",
						new PersonalDataHolder.Change("Merci à Inès Carpentier.", "Merci à une pilote.")),
				Instant.parse("2025-09-01T08:30:00Z"));
		assertThat(this.jdbc.sql("SELECT count(content) FROM bilan_file").query(Integer.class).single()).isZero();
		String words = Pdf.words(file(".pdf", this.helene));
		assertThat(words).contains("Merci à une pilote.", "Un nom a été effacé de ce bilan")
			.doesNotContain("Carpentier");
		assertThat(this.files.issuedAt(CanonicalJson.sha256(before))).isPresent();
	}

	/**
	 * Six figures, how far each is from what was planned and why, one action: on the
	 * page, in the PDF, and frozen.
	 */
	@Test
	void theFirstPageIsTheSynthesis() {
		Funder departement = this.funders.register(UUID.randomUUID(), "Département de la Brune", FunderKind.DEPARTEMENT,
				"", "", "");
		Person remi = this.cast.person("Rémi", "Sauvage");
		this.funders.nameReader(departement.getId(), remi);
		agree(departement, "D-77", 1);
		Document preview = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.claire);
		assertThat(preview.select("[name^=why]").eachAttr("name")).contains("why[engaged]", "why[done]");
		assertThat(preview.select("[name=action] option").eachText())
			.contains("« Un café des idées », Recyclerie du Canal")
			.noneMatch((option) -> option.contains("gardée pour nous"));
		String told = preview.select("[name=action] option:contains(café)").attr("value");
		assertThat(publishWith("why[engaged]", "La crue a fermé trois structures.", "action", told))
			.hasStatus(HttpStatus.FOUND);
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene);
		assertThat(page.select("tr[data-synthesis]").eachAttr("data-synthesis")).containsExactly("engaged", "presence",
				"meetings", "done", "beyond", "involved");
		assertThat(page.select("tr[data-synthesis=engaged]").text()).contains("La crue a fermé trois structures.",
				"1 8 − 88");
		assertThat(page.select("tr[data-synthesis=done]").text()).contains("Écart non expliqué", "2 12 − 83");
		assertThat(page.select("section[aria-labelledby=synthese] h3").text()).isEqualTo("Un café des idées");
		String printed = Pdf.words(file(".pdf", this.helene));
		assertThat(printed).contains("Pourquoi : La crue a fermé trois structures.", "1 8 − 88 %")
			.containsSubsequence("En six chiffres", "Un café des idées", "Sommaire");
		assertThat(Workbook.text(file(".xlsx", this.helene))).contains("La crue a fermé trois structures.");
		// What was promised to the other is kept: nothing to explain to it.
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan", remi).text())
			.doesNotContain("La crue a fermé trois structures.");
		assertThat(Pdf.words(file(".pdf", remi))).doesNotContain("La crue a fermé").contains("Un café des idées");
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan", this.ines).text())
			.doesNotContain("La crue a fermé", "Un café des idées");
		assertThat(this.bilans.latest(this.brune.getId()).orElseThrow().document().synthesis())
			.isEqualTo(new Synthesis(Map.of("engaged", "La crue a fermé trois structures."), 0));
	}

	@Test
	void whatCannotBeOnTheFirstPageIsRefusedAndKept() {
		UUID unshared = this.jdbc.sql("SELECT id FROM logged_action WHERE NOT shared_bilan").query(UUID.class).single();
		for (String[] wrong : List.of(new String[] { "why[engaged]", "x".repeat(301) },
				new String[] { "why[inconnu]", "Parce que." }, new String[] { "action", unshared.toString() },
				new String[] { "action", "n-importe-quoi" })) {
			MvcTestResult refused = publishWith(wrong[0], wrong[1]);
			assertThat(refused).as(wrong[0]).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			assertThat(Pages.document(refused).select(".flash, .summary, .error")).isNotEmpty();
			assertThat(Pages.document(refused).select("[name=kind][checked]").eachAttr("value"))
				.containsExactly("FINAL");
		}
		assertThat(this.jdbc.sql("SELECT count(*) FROM bilan").query(Integer.class).single()).isZero();
	}

	/** As it was before the first page was written: read as ever. */
	@Test
	void whatWasPublishedBeforeIsStillRead() {
		publish("D’avant");
		Bilan known = this.bilans.latest(this.brune.getId()).orElseThrow();
		String former = CanonicalJson.write(known.document())
			.replaceAll("\"story\":\\{\"told\":\\{[^}]*}},", "")
			.replace("\"narrative\":\"\"", "\"narrative\":\"D’**avant**\"")
			.replaceAll("\"synthesis\":\\{[^}]*}[^}]*},", "")
			.replaceAll(",\"(amount|startsOn|endsOn|logo)\":(null|\"[^\"]*\")(?=[,}])", "")
			.replaceAll(",\"territories\":\\[]|\"former\":null,", "");
		assertThat(former).doesNotContain("synthesis", "logo", "story", "territories", "former");
		this.jdbc.sql("ALTER TABLE bilan DISABLE TRIGGER USER").update();
		this.jdbc.sql("UPDATE bilan SET figures = CAST(:former AS jsonb), sha256 = :sha256")
			.param("former", former)
			.param("sha256", CanonicalJson.sha256(CanonicalJson.canonical(former)))
			.update();
		this.jdbc.sql("ALTER TABLE bilan ENABLE TRIGGER USER").update();
		this.jdbc.sql("ALTER TABLE bilan_file DISABLE TRIGGER USER").update();
		this.jdbc.sql("DELETE FROM bilan_file").update();
		this.jdbc.sql("ALTER TABLE bilan_file ENABLE TRIGGER USER").update();
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene);
		assertThat(page.text()).contains("Le mot de l’animation", "D’**avant**", "Écart non expliqué")
			.doesNotContain("ne correspond plus");
		assertThat(Pdf.words(file(".pdf", this.helene))).contains("D’**avant**", "2025-118", "Non renseigné");
		assertThat(Workbook.text(file(".xlsx", this.helene))).contains("2025-118");
	}

	/**
	 * By a link: one version, as its funder reads it, for ninety days or until taken
	 * back.
	 */
	@Test
	void aLinkOpensOneVersionAsItsFunderReadsIt() {
		Funder departement = this.funders.register(UUID.randomUUID(), "Département de la Brune", FunderKind.DEPARTEMENT,
				"Avec le soutien du Département", "", "");
		agree(departement, "D-77", 6);
		publish("Une belle année.");
		UUID key = UUID.randomUUID();
		share(key, this.region.getId());
		share(key, this.region.getId());
		String first = links().getFirst();
		share(UUID.randomUUID(), this.region.getId());
		assertThat(links()).hasSize(2).doesNotHaveDuplicates().contains(first);
		assertThat(this.mvc.get().uri(first).exchange()).hasStatusOk()
			.headers()
			.hasValue("X-Robots-Tag", "noindex, nofollow");
		Document page = Pages.document(this.mvc.get().uri(first).exchange());
		assertThat(page.text()).contains("Une belle année.", "Un café des idées", "prévu : 8")
			.doesNotContain("Département de la Brune", "Présence des personnes");
		assertThat(page.select("main a[href*='/parcours/'], form[action*=partages]")).isEmpty();
		for (String which : List.of("/bilan.pdf", "/bilan.xlsx", "/bilan.csv")) {
			byte[] file = this.mvc.get().uri(first + which).exchange().getResponse().getContentAsByteArray();
			assertThat(file).isEqualTo(file(which.substring(6), this.helene));
		}
		publish("Une seconde version.");
		assertThat(Pages.document(this.mvc.get().uri(first).exchange()).text()).doesNotContain("Une seconde version.");
		this.cast.itIs(LocalDate.of(2025, 9, 3).atTime(10, 0));
		this.mvc.get().uri(first).exchange();
		assertThat(
				this.pages.read("/parcours/vallee-de-la-brune/bilan?version=1", this.claire).select("#partager").text())
			.contains("Ouvert ces jours-là : 1er septembre 2025, 3 septembre 2025.", "Pas encore ouvert");
		for (Person reader : List.of(this.helene, this.ines)) {
			assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan?version=1", reader).select("#partager"))
				.isEmpty();
		}
	}

	@Test
	void aLinkThatEndedOrWasGuessedOpensNothing() {
		publish("Une belle année.");
		share(UUID.randomUUID(), this.region.getId());
		share(UUID.randomUUID(), this.region.getId());
		List<String> links = links();
		opensNothing(links.getFirst() + "x");
		opensNothing("/bilans/partage/" + "a".repeat(43));
		String takeBack = this.pages.read("/parcours/vallee-de-la-brune/bilan?version=1", this.claire)
			.select("#partager form[action$=retrait]")
			.attr("action");
		for (int i = 0; i < 2; i++) {
			assertThat(this.pages.post(takeBack, this.claire)).hasStatus(HttpStatus.FOUND);
		}
		assertThat(links()).hasSize(1).isSubsetOf(links);
		links.stream().filter((link) -> !links().contains(link)).forEach(this::opensNothing);
		String stays = links().getFirst();
		this.cast.itIs(LocalDate.of(2025, 11, 30).atTime(8, 59));
		assertThat(this.mvc.get().uri(stays).exchange()).hasStatusOk();
		this.cast.itIs(LocalDate.of(2025, 11, 30).atTime(9, 1));
		opensNothing(stays);
		assertThat(
				this.pages.read("/parcours/vallee-de-la-brune/bilan?version=1", this.claire).select("#partager").text())
			.contains("Ne s’ouvre plus depuis le 30 novembre 2025", "Repris le");
		assertThat(this.pages.post("/parcours/vallee-de-la-brune/bilan/partages/1", this.claire, "key",
				UUID.randomUUID().toString(), "funder", UUID.randomUUID().toString()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/historique", this.claire).text())
			.contains("partagé par un lien", "un lien repris");
	}

	private void opensNothing(String link) {
		for (String which : List.of("", "/bilan.pdf", "/bilan.xlsx", "/bilan.csv")) {
			MvcTestResult answer = this.mvc.get().uri(link + which).exchange();
			assertThat(answer).as(link + which).hasStatus(HttpStatus.NOT_FOUND);
			assertThat(Pages.document(answer).text()).doesNotContain("Vallée de la Brune", "Une belle année.");
		}
	}

	private void share(UUID key, UUID funder) {
		assertThat(this.pages.post("/parcours/vallee-de-la-brune/bilan/partages/1", this.claire, "key", key.toString(),
				"funder", funder.toString()))
			.hasStatus(HttpStatus.FOUND);
	}

	/** The paths of those that open, as the animation copies them. */
	private List<String> links() {
		return this.pages.read("/parcours/vallee-de-la-brune/bilan?version=1", this.claire)
			.select("#partager input[readonly]")
			.eachAttr("value")
			.stream()
			.map((address) -> address.substring(address.indexOf("/bilans/partage/")))
			.toList();
	}

	private MvcTestResult publishWith(String... more) {
		List<String> fields = new ArrayList<>(List.of("key", UUID.randomUUID().toString(), "kind", "FINAL", "from",
				"2025-01-06", "to", "2025-12-31", "haste", "Vite"));
		fields.addAll(List.of(more));
		return this.pages.post("/parcours/vallee-de-la-brune/bilan/publication", this.claire,
				fields.toArray(String[]::new));
	}

	@Test
	void aLaterVersionSaysWhatDiffers() {
		publish("Premier");
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan?version=1", this.helene).select("#change"))
			.isEmpty();
		publish("Premier");
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene).text())
			.contains("Ce qui change depuis la version 1", "Rien de ce que vous lisez");
		action("Une fresque", true, "Il a fallu trois samedis.");
		this.jdbc.sql("UPDATE convention SET target_structures = 9").update();
		publish("Troisième");
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene);
		assertThat(page.select("section[aria-labelledby=change] tr").eachText()).contains(
				"Actions réalisées 2, prévu : 12 3, prévu : 12",
				"« Une fresque », Recyclerie du Canal action racontée en plus", "Ce qui a été fait réécrit");
		assertThat(page.select("section[aria-labelledby=change]").text()).contains("prévu : 8", "prévu : 9");
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan", this.ines)
			.select("section[aria-labelledby=change]")
			.text()).contains("Actions réalisées 2 3").doesNotContain("Une fresque", "prévu");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE bilan SET narrative = 'autre'", "UPDATE bilan SET figures = '{}'",
			"DELETE FROM bilan", "UPDATE bilan_file SET content = NULL", "UPDATE bilan_file SET sha256 = sha256",
			"DELETE FROM bilan_file" })
	void theDatabaseRefusesAnyChange(String sql) {
		publishAndPrint("Pour toujours");
		assertThatThrownBy(() -> this.jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class)
			.hasMessageContaining("rows never change");
	}

	@Test
	void theHashIsOfTheTextAsItIsKept() {
		publish("Empreinte : « 1 234,50 € », 😀 \"guillemets\" et \\barre");
		String kept = this.jdbc.sql("SELECT figures::text FROM bilan").query(String.class).single();
		String sha256 = this.jdbc.sql("SELECT sha256 FROM bilan").query(String.class).single();
		assertThat(CanonicalJson.sha256(CanonicalJson.canonical(kept))).isEqualTo(sha256);
		assertThat(CanonicalJson.sha256(CanonicalJson.canonical(kept.replace("1 234", "1 235")))).isNotEqualTo(sha256);
		assertThat(kept).contains("\"format\"", "\"formula\"");
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene);
		assertThat(page.text()).contains(sha256);
	}

	@Test
	void thePageAndEveryFileSayTheSameNumbers() {
		this.world.action(this.enrolment, "DONE",
				Map.of("ends_on", LocalDate.of(2025, 4, 1), "contributed_hours", RawWorld.hours("1234.50"),
						"volunteer_hours", RawWorld.hours("1000.25"), "valued_rate", RawWorld.hours("11.88"),
						"valued_amount", RawWorld.hours("11882.97"), "people_reached", 640, "people_involved", 148));
		publish("");
		for (Person reader : List.of(this.claire, this.helene)) {
			sameNumbers("?version=1", reader);
		}
		sameNumbers("", this.claire);
		sameNumbers("?from=2025-02-01&to=2025-02-28", this.claire);
		sameNumbers("", this.helene);
	}

	/** The same of a territory, of two where two funders have one, and of nobody's. */
	@Test
	void eachFunderReadsItsTerritoryBesideTheWholeEverywhere() {
		this.jdbc.sql("UPDATE enrolment SET departement_then = '59'").update();
		this.jdbc.sql("UPDATE funder SET departements = '62'").update();
		Person remi = this.cast.person("Rémi", "Sauvage");
		Funder departement = this.funders.register(UUID.randomUUID(), "Département de la Brune", FunderKind.DEPARTEMENT,
				"", "", "59");
		this.funders.nameReader(departement.getId(), remi);
		agree(departement, "D-77", 8);
		UUID other = this.world.enrolment("ACTIVE", START, null, "62", "SCOP", "Textile", 12);
		UUID person = this.world.mandate(other, "PILOT", START, null);
		this.world.attendance(this.morning, person, other, "PRESENT");
		this.world.action(other, "DONE", Map.of("ends_on", LocalDate.of(2025, 4, 1), "people_involved", 5, "level_id",
				this.world.levels.get(1)));
		int before = this.pages.statements("/parcours/vallee-de-la-brune/bilan", this.claire);
		publish("");
		for (Person reader : List.of(this.claire, this.helene, remi)) {
			sameNumbers("?version=1", reader);
		}
		sameNumbers("", this.claire);
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene);
		assertThat(territory(page, "engaged")).isEqualTo("1");
		assertThat(territory(page, "done")).isEqualTo("1");
		assertThat(territory(page, "sessions")).isEqualTo("commun");
		assertThat(territory(page, "guests")).isEqualTo("commun");
		assertThat(territory(page, "presence")).isEqualTo("100 % 1 sur 1");
		assertThat(territory(page, "involvedRate")).isEqualTo("n. d. 5 sur 0");
		assertThat(page.select("tr[data-synthesis=done] td:last-child").text()).isEqualTo("1");
		assertThat(page.text()).contains("Pas-de-Calais (62) : 1 structure inscrite sur 2", "T · Sur le territoire")
			.doesNotContain("Nord (59) : 1");
		assertThat(page.select("details tr:contains(Textile) td").eachText()).contains("1");
		assertThat(territory(this.pages.read("/parcours/vallee-de-la-brune/bilan", remi), "done")).isEqualTo("2");
		assertThat(territory(this.pages.read("/parcours/vallee-de-la-brune/bilan?version=1", this.claire), "done"))
			.isEqualTo("2 (59) · 1 (62)");
		for (String text : List.of(Pdf.words(file(".pdf", remi)), Workbook.text(file(".xlsx", remi)))) {
			assertThat(text).contains("Nord (59) : 1 structure inscrite sur 2", "une structure sans département connu")
				.doesNotContain("Pas-de-Calais (62) : 1 structure");
			namesNobody(text);
		}
		Document ofOurs = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.ines);
		assertThat(ofOurs.text()).doesNotContain("Sur le territoire");
		this.jdbc.sql("UPDATE enrolment SET departement_then = '80'").update();
		this.jdbc.sql("UPDATE funder SET departements = ''").update();
		assertThat(territory(this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene), "done"))
			.isEqualTo("1");
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan", this.claire).text())
			.doesNotContain("Sur le territoire");
		assertThat(this.pages.statements("/parcours/vallee-de-la-brune/bilan", this.claire)).isEqualTo(before)
			.isLessThanOrEqualTo(MOST_STATEMENTS);
	}

	/** Beside each figure, what an earlier period published; nothing without one. */
	@Test
	void thePeriodBeforeIsBesideEachFigureEverywhere() {
		assertThat(post(this.claire, UUID.randomUUID(), "INTERMEDIAIRE", "2025-01-06", "2025-03-31", ""))
			.hasStatus(HttpStatus.FOUND);
		String first = body("/parcours/vallee-de-la-brune/bilan.csv?version=1", this.helene);
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene).text())
			.doesNotContain("Période précédente");
		this.jdbc.sql("UPDATE enrolment SET departement_then = '59'").update();
		this.jdbc.sql("UPDATE funder SET departements = '62'").update();
		publish("");
		for (Person reader : List.of(this.claire, this.helene, this.ines)) {
			sameNumbers("?version=2", reader);
		}
		sameNumbers("", this.claire);
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene);
		assertThat(page.select("section[aria-labelledby=change]").text()).contains("du 6 janvier 2025 au 31 mars 2025")
			.doesNotContain("Actions réalisées");
		assertThat(Pdf.words(file(".pdf", this.helene))).contains("Sur le territoire Période précédente Précision");
		assertThat(before(page, "done")).isEqualTo("0");
		assertThat(before(page, "presence")).isEqualTo("100 % 1 sur 1");
		assertThat(before(page, "beyond")).isEqualTo("n. d. 0 sur 0");
		assertThat(territory(page, "done")).isEqualTo("0");
		assertThat(page.text()).contains("du 6 janvier 2025 au 31 mars 2025, dans la version 1",
				"P · Période précédente");
		// A level that was called otherwise then is not known, whatever was done at it.
		this.jdbc.sql("UPDATE taxonomy_entry SET label = 'Autre ' || label WHERE taxonomy = 'LEVEL'").update();
		publish("");
		Document renamed = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.helene);
		assertThat(before(renamed, "done")).isEqualTo("0");
		assertThat(before(renamed, "level-1")).isEqualTo("n. d.");
		assertThat(body("/parcours/vallee-de-la-brune/bilan.csv?version=1", this.helene)).isEqualTo(first);
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan?to=2025-03-31", this.claire).text())
			.doesNotContain("Période précédente");
		assertThat(this.pages.statements("/parcours/vallee-de-la-brune/bilan", this.claire))
			.isLessThanOrEqualTo(MOST_STATEMENTS);
	}

	/** Other formulas would make other figures of the same days. */
	@Test
	void figuresOfOtherFormulasAreNoPeriodBefore() {
		assertThat(post(this.claire, UUID.randomUUID(), "INTERMEDIAIRE", "2025-01-06", "2025-03-31", ""))
			.hasStatus(HttpStatus.FOUND);
		this.jdbc.sql("ALTER TABLE bilan DISABLE TRIGGER USER").update();
		this.jdbc.sql("UPDATE bilan SET formula = 1").update();
		this.jdbc.sql("ALTER TABLE bilan ENABLE TRIGGER USER").update();
		assertThat(this.pages.read("/parcours/vallee-de-la-brune/bilan", this.claire).text())
			.doesNotContain("Période précédente");
	}

	private static String before(Document page, String figure) {
		return spaced(page.select("tr[data-figure=" + figure + "] td[data-label='Période précédente']").text());
	}

	private static String territory(Document page, String figure) {
		return spaced(page.select("tr[data-figure=" + figure + "] td[data-label='Sur le territoire']").text());
	}

	/**
	 * Read back from each: what the page shows, the cells of the CSV, those of the
	 * spreadsheet with their types, the words of the PDF in their order.
	 */
	private void sameNumbers(String query, Person reader) {
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan" + query, reader);
		String printed = Pdf.words(file(".pdf" + query, reader));
		Map<String, List<Object>> sheet = new HashMap<>();
		for (List<Object> row : Workbook.rows(file(".xlsx" + query, reader), "Chiffres")) {
			sheet.put(spaced(row.get(1).toString()), row);
		}
		Map<String, List<String>> file = new HashMap<>();
		for (List<String> row : csv("/parcours/vallee-de-la-brune/bilan.csv" + query, reader)) {
			file.put(spaced(row.get(1)), row);
		}
		List<Element> rows = page.select("tr[data-figure]");
		assertThat(rows).hasSizeGreaterThan(15);
		for (Element row : rows) {
			List<String> cells = line(file, spaced(row.select("th").text()));
			assertThat(digits(row.child(1).text())).isEqualTo(value(cells));
			assertThat(digits(row.child(2).text()))
				.isEqualTo(cells.get(4).isEmpty() ? "" : cells.get(4) + " sur " + cells.get(5));
			assertThat(spaced(row.child(3).text())).isEqualTo(spaced(cells.get(6)));
			assertThat(plainGap(row.child(4).text())).isEqualTo(spaced(cells.get(7)));
			List<Object> typed = sheet.getOrDefault(spaced(row.select("th").text()), List.of());
			for (int column : new int[] { 2, 4, 5, 6, 7 }) {
				assertThat(typed.get(column)).as(row.text()).isEqualTo(typed(cells.get(column)));
			}
			String there = spaced(row.select("td[data-label='Sur le territoire']").text());
			assertThat(there.replaceAll("(?<=[0-9]) [%h€](?= |$)", "").replace(" ", ""))
				.isEqualTo(spaced(cells.get(11) + cells.get(12)).replace(" ", ""));
			assertThat(typed.get(10)).as(row.text()).isEqualTo(typed(cells.get(11)));
			assertThat(typed.get(11)).as(row.text()).isEqualTo(cells.get(12));
			String then = spaced(row.select("td[data-label='Période précédente']").text());
			assertThat(then.replaceAll("(?<=[0-9]) [%h€](?= |$)", "").replace(" ", ""))
				.isEqualTo(spaced(cells.get(13) + cells.get(14)).replace(" ", ""));
			assertThat(typed.get(12)).as(row.text()).isEqualTo(typed(cells.get(13)));
			assertThat(typed.get(13)).as(row.text()).isEqualTo(cells.get(14));
			assertThat(printed.replace("- ", "-")).contains(spaced(Stream
				.of(cells.getFirst(), row.select("th").text(), row.child(1).text(), row.child(2).text(),
						row.child(3).text(), row.child(4).text(), there, then)
				.filter((cell) -> !cell.isBlank())
				.collect(Collectors.joining(" "))));
			page.select("li[data-figure=" + row.attr("data-figure") + "] .value")
				.forEach((card) -> assertThat(card.text()).isEqualTo(row.child(1).text()));
		}
		List<Element> charted = page.select("figure table tbody tr");
		assertThat(charted).hasSizeGreaterThan(8);
		for (Element row : charted) {
			String label = spaced(row.select("th > span:not(.muted)").text());
			String days = label.startsWith("Jour ") ? "Présence des structures" : label;
			assertThat(file.keySet()).as(label).anySatisfy((known) -> {
				assertThat(known).contains(days);
				assertThat(row.select("td").text()).startsWith(label.equals(days) ? line(file, known).get(2) : "");
			});
			assertThat(printed).contains(label + " " + spaced(row.select("td").text()));
		}
	}

	@Test
	void onlyWhatIsSharedIsToldToAFunder() {
		publish("");
		List<List<String>> told = csv("/parcours/vallee-de-la-brune/bilan/actions.csv", this.helene);
		assertThat(told).hasSize(2);
		assertThat(told.get(1)).contains("Un café des idées", "Recyclerie du Canal", "oui",
				"'=1+1 : nous avons appris, à demander,'＠tous");
		assertThat(csv("/parcours/vallee-de-la-brune/bilan/actions.csv?version=1", this.claire)).isEqualTo(told);
		assertThat(csv("/parcours/vallee-de-la-brune/bilan/actions.csv", this.claire)).hasSize(3);
		assertThat(this.pages.get("/parcours/vallee-de-la-brune/bilan/actions.csv", this.helene)).headers()
			.hasValue("Content-Disposition", "attachment; filename=\"actions-vallee-de-la-brune-version-1.csv\"")
			.hasValue("Content-Type", "text/csv;charset=UTF-8");
	}

	@Test
	void nobodyIsNamedToAFunderAndNothingInternalIsSaid() {
		publish("");
		for (String address : List.of("/parcours/vallee-de-la-brune/bilan", "/parcours/vallee-de-la-brune/bilan.csv",
				"/parcours/vallee-de-la-brune/bilan/actions.csv", "/bilans")) {
			namesNobody(body(address, this.helene));
		}
		for (Person reader : List.of(this.helene, this.ines)) {
			namesNobody(Pdf.words(file(".pdf", reader)));
			namesNobody(Workbook.text(file(".xlsx", reader)));
		}
		assertThat(this.jdbc.sql("SELECT figures::text FROM bilan").query(String.class).single())
			.doesNotContainIgnoringCase("canari")
			.doesNotContain("Carpentier", "Vasseur", "Martel", "gardée pour nous");
	}

	private static void namesNobody(String text) {
		assertThat(text).doesNotContainIgnoringCase("canari")
			.doesNotContainIgnoringCase("Carpentier")
			.doesNotContainIgnoringCase("Vasseur")
			.doesNotContain("Une action gardée pour nous");
	}

	@Test
	void itsPilotsReadWhatIsPublishedAndNoTextThatWasNotSharedWithThem() {
		publish("Une belle année.");
		Document desk = this.pages.read("/parcours/vallee-de-la-brune", this.ines);
		assertThat(desk.select("a[href='/parcours/vallee-de-la-brune/bilan']")).isNotEmpty();
		assertThat(desk.select(".contacts a").attr("href")).isEqualTo("mailto:claire.vasseur@demo.example");
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", this.ines);
		assertThat(page.text()).contains("Une belle année.")
			.doesNotContain("Un café des idées", "prévu : 8", "Présence des personnes");
		assertThat(page.select("a[href*='/bilans'], a[href*='actions.csv'], form[action*=publication]")).isEmpty();
		assertThat(this.pages.get("/parcours/vallee-de-la-brune/bilan.csv", this.ines)).hasStatus(HttpStatus.OK);
		for (String text : List.of(Pdf.words(file(".pdf", this.ines)), Workbook.text(file(".xlsx", this.ines)))) {
			assertThat(text).contains("Structures engagées")
				.doesNotContain("Un café des idées", "Région Fictive", "2025-118");
		}
		assertThat(this.pages.get("/parcours/vallee-de-la-brune/bilan/actions.csv", this.ines))
			.hasStatus(HttpStatus.NOT_FOUND);
		this.jdbc.sql("UPDATE parcours SET status = 'CLOSED', closed_at = '2025-08-01'").update();
		this.cast.forget();
		for (String address : List.of("/", "/parcours/vallee-de-la-brune")) {
			assertThat(this.pages.read(address, this.ines).text()).contains("Le parcours est terminé", "Merci")
				.doesNotContain("n’a pas encore de date");
		}
	}

	@Test
	void otherFundersFormerReadersAndStrangersReadNothing() {
		publish("");
		Person remi = this.cast.person("Rémi", "Sauvage");
		Funder departement = this.funders.register(UUID.randomUUID(), "Département de la Brune", FunderKind.DEPARTEMENT,
				"", "", "");
		this.funders.nameReader(departement.getId(), remi);
		Person malik = this.cast.facilitator("Malik", "Dubreuil");
		for (Person other : List.of(remi, malik, this.cast.person("Nora", "Leclercq"))) {
			readsNothing(other);
		}
		agree(departement, "D-77", 6);
		this.cast.flush();
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan", remi);
		assertThat(page.text()).doesNotContain("prévu : 8").doesNotContain("Région");
		this.funders.removeReader(this.cast.viewer(this.cast.administrator("Ada", "Minard")), this.region.getId(),
				this.helene.getId());
		readsNothing(this.helene);
	}

	private void readsNothing(Person person) {
		for (String address : List.of("", "?version=1", ".csv", ".csv?version=1", "/actions.csv",
				"/actions.csv?version=1", ".pdf", ".pdf?version=1", ".xlsx?version=1")) {
			assertThat(this.pages.get("/parcours/vallee-de-la-brune/bilan" + address, person)).as(person.getName())
				.hasStatus(HttpStatus.NOT_FOUND);
		}
		assertThat(this.pages.read("/bilans", person).text()).doesNotContain("Vallée de la Brune");
		assertThat(post(person, UUID.randomUUID(), "FINAL", "2025-01-06", "2025-06-30", ""))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whatEveryConventionPromisesAlikeIsSaidOnce() {
		agree(this.funders.register(UUID.randomUUID(), "Département de la Brune", FunderKind.DEPARTEMENT, "", "", ""),
				"D-77", 8);
		publish("");
		assertThat(planned("engaged", this.claire)).isEqualTo("8");
	}

	@Test
	void eachFunderReadsItsOwnTargets() {
		Funder departement = this.funders.register(UUID.randomUUID(), "Département de la Brune", FunderKind.DEPARTEMENT,
				"Avec le soutien du Département", "", "");
		Person remi = this.cast.person("Rémi", "Sauvage");
		this.funders.nameReader(departement.getId(), remi);
		agree(departement, "D-77", 6);
		publish("");
		assertThat(planned("engaged", this.helene)).isEqualTo("8");
		assertThat(planned("engaged", remi)).isEqualTo("6");
		assertThat(planned("engaged", this.claire)).isEqualTo("6 (Département de la Brune) · 8 (Région Fictive)");
		assertThat(body("/parcours/vallee-de-la-brune/bilan.csv", remi)).doesNotContain("Région");
		assertThat(Pdf.words(file(".pdf", remi))).contains("Avec le soutien du Département", "D-77")
			.doesNotContain("Région", "2025-118");
		assertThat(Workbook.text(file(".xlsx", remi))).contains("D-77").doesNotContain("Région", "2025-118");
		assertThat(Pdf.words(file(".pdf", this.claire))).contains("D-77", "2025-118");
	}

	@Test
	void aVersionThatIsNotThereIsNotFound() {
		publish("");
		for (String version : List.of("2", "0", "-1", "99999999999", "abc")) {
			assertThat(this.pages.get("/parcours/vallee-de-la-brune/bilan?version=" + version, this.helene))
				.hasStatus(HttpStatus.NOT_FOUND);
			for (String file : List.of("csv", "pdf", "xlsx")) {
				assertThat(this.pages.get("/parcours/vallee-de-la-brune/bilan." + file + "?version=" + version,
						this.claire))
					.hasStatus(HttpStatus.NOT_FOUND);
			}
		}
	}

	@Test
	void sendingTwicePublishesOnce() {
		UUID key = UUID.randomUUID();
		for (int i = 0; i < 2; i++) {
			assertThat(post(this.claire, key, "FINAL", "2025-01-06", "2025-06-30", ""))
				.hasRedirectedUrl("/parcours/vallee-de-la-brune/bilan?version=1");
		}
		assertThat(this.jdbc.sql("SELECT count(*) FROM bilan").query(Integer.class).single()).isOne();
	}

	@Test
	void whatCannotBePublishedIsSaidAndKept() {
		MvcTestResult inverted = post(this.claire, UUID.randomUUID(), "FINAL", "2025-06-30", "2025-01-06", "Gardé");
		assertThat(inverted).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Pages.document(inverted).select("[name=kind][checked]").eachAttr("value")).containsExactly("FINAL");
		assertThat(Pages.document(inverted).select("#recit").text()).contains("Gardé");
		assertThat(post(this.claire, UUID.randomUUID(), "", "2025-01-06", "2025-06-30", ""))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		this.jdbc.sql("UPDATE parcours SET status = 'DRAFT'").update();
		this.cast.forget();
		assertThat(post(this.claire, UUID.randomUUID(), "FINAL", "2025-01-06", "2025-06-30", ""))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.jdbc.sql("SELECT count(*) FROM bilan").query(Integer.class).single()).isZero();
	}

	@Test
	void withoutAScaleThereIsNoLadder() {
		Parcours sister = this.cast.parcours("richesses-humaines", "Richesses humaines", START, this.claire);
		Document page = this.pages.read("/parcours/" + sister.getSlug() + "/bilan", this.claire);
		assertThat(page.text()).contains("Sans objet : ce parcours n’a pas d’échelle d’implication.")
			.contains("Aucune action de la période n’est partagée avec le bilan.");
	}

	private void agree(Funder funder, String number, int structures) {
		this.conventions.agree(UUID.randomUUID(), this.brune.getId(), funder.getId(), new ConventionTerms(number, null,
				START, LocalDate.of(2025, 12, 31), structures, 7, 16, 14, 12, null, null));
	}

	private void action(String title, boolean shared, String learning) {
		UUID id = this.world.action(this.enrolment, "DONE",
				Map.of("starts_on", LocalDate.of(2025, 5, 5), "level_id", this.world.levels.get(4), "people_reached",
						20, "people_involved", 6, "contributed_hours", RawWorld.hours("10.50"), "volunteer_hours",
						RawWorld.hours("8.25"), "valued_rate", RawWorld.hours("11.88"), "valued_amount",
						RawWorld.hours("98.01"), "shared_bilan", shared));
		this.jdbc.sql("UPDATE logged_action SET title = :title, learning = :learning WHERE id = :id")
			.param("title", title)
			.param("learning", learning)
			.param("id", id)
			.update();
	}

	/** With what follows the commit, which these tests have not. */
	private void publishAndPrint(String narrative) {
		publish(narrative);
		this.files.keep(this.bilans.latest(this.brune.getId()).orElseThrow());
	}

	private void publish(String narrative) {
		assertThat(post(this.claire, UUID.randomUUID(), "FINAL", "2025-01-06", "2025-12-31", narrative))
			.hasStatus(HttpStatus.FOUND);
	}

	private MvcTestResult post(Person person, UUID key, String kind, String from, String to, String narrative) {
		Impersonation.as(this.claire, () -> this.writing.write(this.brune.getId(),
				new Typed(PAGE, Map.of(Section.DONE, narrative), this.drafts.of(this.brune.getId()).marks(), null)));
		return this.pages.post("/parcours/vallee-de-la-brune/bilan/publication", person, "key", key.toString(), "kind",
				kind, "from", from, "to", to, "haste", "Vite");
	}

	/** The page but for its list of versions, and every file. */
	private List<String> everythingRead(int version) {
		Document page = this.pages.read("/parcours/vallee-de-la-brune/bilan?version=" + version, this.helene);
		page.select("head, header, #versions + ul, .card.sun").remove();
		return List.of(page.text(), body("/parcours/vallee-de-la-brune/bilan.csv?version=" + version, this.helene),
				body("/parcours/vallee-de-la-brune/bilan/actions.csv?version=" + version, this.helene),
				CanonicalJson.sha256(file(".pdf?version=" + version, this.helene)),
				CanonicalJson.sha256(file(".xlsx?version=" + version, this.helene)));
	}

	private String planned(String figure, Person person) {
		return this.pages.read("/parcours/vallee-de-la-brune/bilan?version=1", person)
			.select("tr[data-figure=" + figure + "] td:nth-child(4)")
			.text();
	}

	private byte[] file(String which, Person person) {
		MvcTestResult result = this.pages.get("/parcours/vallee-de-la-brune/bilan" + which, person);
		assertThat(result).hasStatusOk();
		return result.getResponse().getContentAsByteArray();
	}

	private String body(String address, Person person) {
		MvcTestResult result = this.pages.get(address, person);
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	/** Its rows, once no reader found a formula in it. */
	private List<List<String>> csv(String address, Person person) {
		String text = body(address, person);
		assertThat(text).startsWith("\uFEFF");
		assertThat(Spreadsheet.formulas(text)).isEmpty();
		return Spreadsheet.rows(text);
	}

	private static List<String> line(Map<String, List<String>> file, String label) {
		List<String> line = file.getOrDefault(label, List.of());
		assertThat(line).as(label).isNotEmpty();
		return line;
	}

	/** A value of the file with its unit, as the page shows it. */
	private static String value(List<String> cells) {
		boolean known = !spaced(cells.get(2)).equals("n. d.") && !cells.get(2).equals("sans objet");
		return spaced(cells.get(2)) + ((known && !cells.get(3).isEmpty()) ? " " + cells.get(3) : "");
	}

	/** « + 25 % » is 25, « = » is 0. */
	private static String plainGap(String shown) {
		return spaced(shown).replaceAll("^=$", "0").replace("− ", "-").replace("+ ", "").replace(" %", "");
	}

	/** What a spreadsheet computes with: a number where it is one. */
	private static Object typed(String cell) {
		return cell.matches("-?[0-9]+(,[0-9]+)?") ? number(cell) : cell;
	}

	private static BigDecimal number(String cell) {
		BigDecimal number = new BigDecimal(cell.replace(',', '.')).stripTrailingZeros();
		return (number.scale() < 0) ? number.setScale(0) : number;
	}

	private static String spaced(String text) {
		return text.replaceAll("[\\u00a0\\u202f]", " ");
	}

	private static String digits(String text) {
		return spaced(text).replaceAll("(?<=\\d) (?=\\d)", "").strip();
	}

}
