package fr.faireavec.narratives;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Writing what a bilan tells: alone, in several times, and at the same time as another.
 */
@IntegrationTest
class NarrativePagesTests {

	private static final String PAGE = "/parcours/vallee-de-la-brune/bilan/recit/modifier";

	private static final String KEPT = "/parcours/vallee-de-la-brune/bilan/recit/brouillon";

	private static final String BILAN = "/parcours/vallee-de-la-brune/bilan";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private Drafts drafts;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Parcours brune;

	private Enrolment enrolment;

	@BeforeEach
	void setTheScene() {
		this.cast.itIs(LocalDate.of(2025, 3, 1).atTime(10, 0));
		this.pages = new Pages(this.mvc, this.cast);
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.brune = this.cast.parcours("Vallée de la Brune", LocalDate.of(2025, 1, 6), this.claire);
		this.enrolment = this.cast.enrol(this.brune, this.cast.structure("Recyclerie du Canal"));
		this.cast.flush();
	}

	@Test
	void whatIsWrittenShowsInTheBilanSectionBySection() {
		Map<String, String> form = open();
		form.put("context", "Une vallée.\r\n\r\n- une **recyclerie**\r\n- <script>alert(1)</script>");
		form.put("next", "Se revoir.");
		assertThat(post(PAGE, form)).hasStatus(HttpStatus.FOUND);
		Document bilan = this.pages.read(BILAN, this.claire);
		assertThat(bilan.select("#recit section h2").eachText()).containsExactly("Le contexte", "La suite");
		assertThat(bilan.select("#recit li strong").text()).isEqualTo("recyclerie");
		assertThat(bilan.select("#recit li").eachText()).contains("<script>alert(1)</script>");
		assertThat(bilan.select("#recit .copy")).hasSize(2);
		assertThat(open()).containsEntry("context", "Une vallée.\n\n- une **recyclerie**\n- <script>alert(1)</script>");
		assertThat(history()).containsExactly("Le contexte", "La suite");
	}

	/** Each word that is kept tells nothing anew: only that somebody writes there. */
	@Test
	void whatIsTypedIsKeptAsItIsTyped() {
		Map<String, String> form = open();
		for (String words : List.of("Se", "Se rev", "Se revoir")) {
			form.put("next", words);
			assertThat(post(KEPT, form)).hasStatus(HttpStatus.NO_CONTENT);
			assertThat(told(Section.NEXT)).isEqualTo(words);
		}
		form.put("next", "");
		assertThat(post(KEPT, form)).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(told(Section.NEXT)).isEmpty();
		assertThat(history()).containsExactly("La suite");
		form.put("next", "x".repeat(Narrative.LONGEST + 1));
		assertThat(post(KEPT, form)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		MvcTestResult refused = post(PAGE, form);
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(Pages.document(refused).select("#next-error").text()).isNotBlank();
		assertThat(Pages.document(refused).select("#next").text()).hasSize(Narrative.LONGEST + 1);
	}

	@Test
	void twoWhoWriteInTwoSectionsDoNotMeet() {
		Map<String, String> mine = open();
		Map<String, String> theirs = open();
		mine.put("context", "Moi.");
		theirs.put("done", "L’autre.");
		assertThat(post(KEPT, mine)).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(post(KEPT, theirs)).hasStatus(HttpStatus.NO_CONTENT);
		mine.put("context", "Moi encore.");
		assertThat(post(PAGE, mine)).hasStatus(HttpStatus.FOUND);
		assertThat(told(Section.CONTEXT)).isEqualTo("Moi encore.");
		assertThat(told(Section.DONE)).isEqualTo("L’autre.");
	}

	@Test
	void twoWhoWriteInOneSectionSeeBothTexts() {
		Map<String, String> mine = open();
		Map<String, String> theirs = open();
		theirs.put("done", "Ce que l’autre a écrit.");
		assertThat(post(PAGE, theirs)).hasStatus(HttpStatus.FOUND);
		mine.put("done", "Ce que j’ai écrit.");
		mine.put("next", "À moi seule.");
		assertThat(post(KEPT, mine)).hasStatus(HttpStatus.CONFLICT);
		MvcTestResult conflict = post(PAGE, mine);
		assertThat(conflict).hasStatus(HttpStatus.CONFLICT);
		Document both = Pages.document(conflict);
		assertThat(both.select("tbody tr").eachText())
			.containsExactly("Ce qui a été fait Ce que l’autre a écrit. Ce que j’ai écrit.");
		assertThat(told(Section.DONE)).isEqualTo("Ce que l’autre a écrit.");
		assertThat(told(Section.NEXT)).as("what nobody else wrote is kept").isEqualTo("À moi seule.");
		Map<String, String> again = fields(both.expectFirst("form[action$=modifier]"));
		assertThat(post(PAGE, again)).hasStatus(HttpStatus.FOUND);
		assertThat(told(Section.DONE)).isEqualTo("Ce que j’ai écrit.");
		assertThat(told(Section.NEXT)).isEqualTo("À moi seule.");
	}

	@Test
	void aSentenceOfTheFiguresIsTakenAndSaysWhenItsFigureChanged() {
		Document page = this.pages.read(PAGE, this.claire);
		assertThat(page.select("#partie-context .offers li").text())
			.startsWith("0 structure sur 1 est venue à une séance au moins.");
		Map<String, String> form = open();
		form.put("context", "Une vallée.");
		form.put("done", "Des séances.");
		form.put("add", "engaged");
		MvcTestResult taken = post(PAGE, form);
		assertThat(taken).hasStatus(HttpStatus.FOUND);
		assertThat(taken.getResponse().getRedirectedUrl()).contains("recit/modifier", "#partie-context");
		assertThat(told(Section.CONTEXT)).isEqualTo("Une vallée. 0 structure sur 1 est venue à une séance au moins.");
		assertThat(told(Section.DONE)).isEqualTo("Des séances.");
		form.remove("add");
		assertThat(post(KEPT, form)).as("what the device kept of that page comes late").hasStatus(HttpStatus.GONE);
		assertThat(told(Section.CONTEXT)).contains("0 structure sur 1");
		assertThat(this.pages.read(PAGE, this.claire).select("#partie-context .offers")).isEmpty();
		assertThat(this.pages.read(BILAN, this.claire).text()).doesNotContain("un chiffre qui a changé");
		this.cast.enrol(this.brune, this.cast.structure("Cantine Coop"));
		this.cast.flush();
		assertThat(this.pages.read(BILAN, this.claire).text())
			.contains("Une phrase du récit dit un chiffre qui a changé");
		assertThat(this.pages.read(PAGE, this.claire).select("#partie-context .offers li").text())
			.contains("0 structure sur 2", "Le récit dit encore : « 0 structure sur 1", "Mettre à jour");
		Map<String, String> later = open();
		later.put("add", "engaged");
		assertThat(post(PAGE, later)).hasStatus(HttpStatus.FOUND);
		assertThat(told(Section.CONTEXT)).isEqualTo("Une vallée. 0 structure sur 2 est venue à une séance au moins.");
		Map<String, String> twice = open();
		twice.put("add", "inconnue");
		assertThat(post(PAGE, twice)).hasStatus(HttpStatus.FOUND);
		assertThat(told(Section.CONTEXT)).isEqualTo("Une vallée. 0 structure sur 2 est venue à une séance au moins.");
	}

	@Test
	void nobodyElseReadsWhatIsBeingWritten() {
		Map<String, String> form = open();
		form.put("context", "Canari du récit");
		post(PAGE, form);
		Person ines = this.cast.person("Inès", "Carpentier");
		this.cast.pilot(this.enrolment, ines, LocalDate.of(2025, 1, 6));
		this.cast.flush();
		for (String address : List.of(PAGE, BILAN, BILAN + ".csv", BILAN + ".pdf")) {
			assertThat(this.pages.get(address, ines)).hasStatus(HttpStatus.NOT_FOUND);
		}
		Parcours draft = this.cast.parcours("Pas commencé", LocalDate.of(2026, 1, 6), this.claire);
		this.cast.flush();
		this.jdbc.sql("UPDATE parcours SET status = 'DRAFT' WHERE id = :id").param("id", draft.getId()).update();
		this.cast.forget();
		assertThat(this.pages.get("/parcours/" + draft.getSlug() + "/bilan/recit/modifier", this.claire))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	private Map<String, String> open() {
		return fields(this.pages.read(PAGE, this.claire).expectFirst("form[action$=modifier]"));
	}

	private static Map<String, String> fields(Element form) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (Element field : form.select("input[name], textarea")) {
			fields.put(field.attr("name"),
					"textarea".equals(field.tagName()) ? field.wholeText() : field.attr("value"));
		}
		fields.remove("_csrf");
		return fields;
	}

	private MvcTestResult post(String address, Map<String, String> form) {
		List<String> fields = new ArrayList<>();
		form.forEach((name, value) -> {
			fields.add(name);
			fields.add(value);
		});
		return this.pages.post(address, this.claire, fields.toArray(String[]::new));
	}

	private String told(Section section) {
		return this.drafts.of(this.brune.getId()).narrative().of(section);
	}

	private List<String> history() {
		return this.jdbc.sql("SELECT label FROM audit_row WHERE what = 'bilan.narrated' ORDER BY happened_at, id")
			.query((row, n) -> String.valueOf(row.getString(1)))
			.list();
	}

	/** The page of one form has a key of its own. */
	@Test
	void eachPageIsKnown() {
		assertThat(UUID.fromString(open().get("brouillon"))).isNotEqualTo(UUID.fromString(open().get("brouillon")));
	}

}
