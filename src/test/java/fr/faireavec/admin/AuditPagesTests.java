package fr.faireavec.admin;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.audit.Changes;
import fr.faireavec.audit.Noted;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.sessions.IndividualMeeting;
import fr.faireavec.sessions.IndividualMeetings;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Spreadsheet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit is read by filters and taken away as a file; both are noted. */
@IntegrationTest
class AuditPagesTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 5);

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private MeetingKeeping meetingKeeping;

	@Autowired
	private IndividualMeetings meetings;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person ada;

	private Person claire;

	private Parcours parcours;

	private Enrolment enrolment;

	@BeforeEach
	void aParcours() {
		this.pages = new Pages(this.mvc, this.cast);
		this.cast.itIs(TODAY.minusDays(40).atTime(10, 0));
		this.ada = this.cast.administrator("Ada", "Min");
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.parcours = this.cast.parcours("Pays de test", TODAY.minusDays(30), this.claire);
		this.enrolment = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.itIs(TODAY.atTime(10, 0));
		Person ines = this.cast.person("Inès", "Carpentier");
		Impersonation.as(this.claire, () -> this.cast.pilot(this.enrolment, ines, TODAY));
		this.cast.flush();
	}

	@Test
	void theNewestComesFirstInTheWordsOfTheHistory() {
		Document audit = this.pages.read("/administration/audit", this.ada);
		List<String> lines = audit.select(".history > li").eachText();
		assertThat(lines).anyMatch((line) -> line.startsWith("Audit ouvert par Ada Min"));
		assertThat(lines.indexOf(lines.stream().filter((line) -> line.startsWith("Pilote")).findFirst().orElseThrow()))
			.isLessThan(lines.indexOf(lines.stream()
				.filter((line) -> line.contains("entre dans le parcours"))
				.findFirst()
				.orElseThrow()));
		assertThat(audit.select(".history").text())
			.contains("Pilote de Recyclerie du Canal", "personne : Inès Carpentier", "Pays de test", "Claire Vasseur")
			.doesNotContain("mandate.given");
		Document history = this.pages.read("/parcours/" + this.parcours.getSlug() + "/historique", this.claire);
		assertThat(history.select(".history").text()).contains("personne : Inès Carpentier");
	}

	/** What somebody typed may look like a day there never was: no page falls for it. */
	@Test
	void aTextThatLooksLikeADateIsShownAsItIs() {
		for (String typed : List.of("2026-13-45", "2026-02-30", "2026-01-01T25:00")) {
			this.events.publishEvent(new Noted("structure.described", Ids.next(), this.parcours.getId(), "Fiche",
					Changes.none().note("name", "Avant", typed)));
		}
		for (Document page : List.of(this.pages.read("/administration/audit", this.ada),
				this.pages.read("/parcours/" + this.parcours.getSlug() + "/historique", this.claire))) {
			assertThat(page.select(".history").text()).contains("2026-13-45", "2026-02-30", "2026-01-01T25:00");
		}
	}

	/**
	 * Hours, euros and half-days as people say them, of whom it is, and nothing for
	 * machines.
	 */
	@Test
	void whatIsKeptAsCodesIsSaidInWords() {
		Person ines = this.cast.person("Inès", "Zinzolin");
		this.cast.flush();
		tell("attendance.recorded", ines.getId(), "Recyclerie du Canal",
				Changes.none().note("halfDay", null, TimeSlot.of(TODAY, LocalTime.of(13, 30), LocalTime.of(16, 30))));
		tell("action.revised", Ids.next(), "Un café",
				Changes.none().note("contributedHours", "2.5", "25").note("valuedAmount", null, "12500"));
		tell("bilan.published", Ids.next(), "1", Changes.none().note("sha256", null, "a".repeat(64)));
		tell("session.described", Ids.next(), "4. Coproduire le service", Changes.none());
		tell("session.described", Ids.next(), "14. Un autre", Changes.none());
		String history = "/parcours/" + this.parcours.getSlug() + "/historique";
		assertThat(this.pages.read(history, this.claire).select(".history").text())
			.contains("Pour Inès Zinzolin", "13 h 30 → 16 h 30", "« 2,5 h » → « 25 h »", "500,00 €")
			.doesNotContain("aaaa", "13:30");
		assertThat(this.pages.read(history + "?texte=Jour%204", this.claire).select(".history > li")).hasSize(1);
		assertThat(this.pages.read(history + "?texte=s%C3%A9ance%204%20service", this.claire).select(".history > li"))
			.hasSize(1);
		assertThat(this.pages.read(history + "?qui=personne", this.claire).text()).contains("Rien ne correspond");
		assertThat(this.pages.read(history + "?du=demain", this.claire).select("#du-error").text()).isNotEmpty();
		assertThat(this.pages.read("/administration/comptes?texte=carpentier", this.ada).select("tbody tr").text())
			.contains("Pilotage d’une structure");
	}

	private void tell(String what, UUID subject, String label, Changes changes) {
		this.events.publishEvent(new Noted(what, subject, this.parcours.getId(), label, changes));
	}

	@Test
	void filtersNarrowIt() {
		assertThat(whats("?quoi=mandate")).containsExactly("Pilote de Recyclerie du Canal");
		assertThat(whats("?qui=VASSEUR%20claire&quoi=mandate")).hasSize(1);
		assertThat(whats("?qui=personne-de-ce-nom")).isEmpty();
		assertThat(whats("?texte=recyclerie")).contains("Recyclerie du Canal entre dans le parcours");
		assertThat(whats("?texte=%25_%5C")).isEmpty();
		assertThat(whats("?parcours=" + this.parcours.getId())).contains("Pilote de Recyclerie du Canal")
			.noneMatch((what) -> what.startsWith("Audit"));
		assertThat(whats("?parcours=" + Ids.next())).isEmpty();
		assertThat(whats("?au=" + TODAY.minusDays(39))).isNotEmpty().noneMatch((what) -> what.startsWith("Pilote"));
		assertThat(whats("?du=" + TODAY + "&au=" + TODAY)).contains("Pilote de Recyclerie du Canal")
			.noneMatch((what) -> what.startsWith("Recyclerie"));
		Document page = this.pages.read("/administration/audit?quoi=mandate&qui=claire", this.ada);
		assertThat(page.select("#quoi option[selected]").text()).isEqualTo("Mandats");
		assertThat(page.select("#qui").val()).isEqualTo("claire");
	}

	@Test
	void aDayThatIsNoneIsSaidBesideItsField() {
		Document page = this.pages.read("/administration/audit?du=demain&qui=claire", this.ada);
		assertThat(page.select("#du-error").text()).contains("date qui existe");
		assertThat(page.select("#qui").val()).isEqualTo("claire");
		assertThat(page.select(".history")).isEmpty();
	}

	@Test
	void everyKindHasItsWords() {
		Document page = this.pages.read("/administration/audit", this.ada);
		TreeSet<String> offered = new TreeSet<>(page.select("#quoi option[value]").eachAttr("value"));
		assertThat(offered).contains("mandate", "account", "rate", "settings", "session")
			.doesNotContain("field", "value");
	}

	@Test
	void fiftyAtATimeFromTheLastOneRead() {
		for (int i = 0; i < 120; i++) {
			this.events.publishEvent(new Noted("structure.described", Ids.next(), null, "Comptée " + i));
		}
		this.cast.flush();
		Document first = this.pages.read("/administration/audit?texte=comptee", this.ada);
		assertThat(first.select(".history > li")).hasSize(50);
		String next = first.select("a[rel=next]").attr("href");
		Document second = this.pages.read(next, this.ada);
		assertThat(second.select(".history > li")).hasSize(50);
		Document third = this.pages.read(second.select("a[rel=next]").attr("href"), this.ada);
		assertThat(third.select(".history > li")).hasSize(20);
		assertThat(third.select("a[rel=next]")).isEmpty();
		List<String> all = new java.util.ArrayList<>();
		for (Document page : List.of(first, second, third)) {
			all.addAll(page.select(".history > li strong").eachText());
		}
		assertThat(all).doesNotHaveDuplicates().hasSize(120).startsWith("Fiche modifiée : Comptée 119");
	}

	@Test
	void eightyRowsCostWhatEightDo() {
		this.pages.read("/administration/audit", this.ada);
		int few = this.pages.statements("/administration/audit", this.ada);
		for (int i = 0; i < 80; i++) {
			Person somebody = this.cast.person("Une" + i, "Personne");
			this.events.publishEvent(new Noted("structure.described", Ids.next(), null, "Fiche " + i,
					Changes.none().note("person", null, somebody.getId())));
		}
		this.cast.forget();
		assertThat(this.pages.statements("/administration/audit", this.ada)).isEqualTo(few).isLessThanOrEqualTo(15);
	}

	@Test
	void readingIsNotedOnceADayAndEachExportIs() {
		this.pages.read("/administration/audit", this.ada);
		this.pages.read("/administration/audit?quoi=mandate", this.ada);
		assertThat(count("audit.read")).isEqualTo(1);
		this.cast.itIs(TODAY.plusDays(1).atTime(10, 0));
		this.pages.read("/administration/audit", this.ada);
		assertThat(count("audit.read")).isEqualTo(2);
		export("quoi", "mandate");
		export("quoi", "mandate");
		assertThat(count("audit.exported")).isEqualTo(2);
		assertThat(whats("?quoi=audit")).contains("Audit emporté par Ada Min");
		assertThat(this.pages.read("/administration/audit?quoi=audit", this.ada).select(".history").text())
			.contains("lignes : 1", "filtre, quoi : mandate");
	}

	@Test
	void theFileHoldsTheFilteredRowsAndNoFormula() {
		this.events.publishEvent(new Noted("structure.described", Ids.next(), null, "Fiche",
				Changes.none().note("name", "a,=HYPERLINK(\"x\"),b\t\u200B+1", "Café ; \"Passerelle\"")));
		String mandates = export("quoi", "mandate");
		assertThat(mandates).startsWith("\uFEFF");
		List<List<String>> rows = Spreadsheet.rows(mandates);
		assertThat(rows.getFirst()).containsExactly("Quand", "Qui", "Quoi", "Parcours", "Détails");
		assertThat(rows.get(1)).startsWith("05/11/2026 10:00:00", "Claire Vasseur", "Pilote de Recyclerie du Canal",
				"Pays de test");
		assertThat(Spreadsheet.formulas(mandates + export("texte", "fiche"))).isEmpty();
		assertThat(mandates).doesNotContain("Fiche modifiée");
		assertThat(export("texte", "fiche")).contains("\"\"Passerelle\"\"").contains("Fiche modifiée\u00a0: Fiche");
		MvcTestResult result = this.pages.post("/administration/audit/export", this.ada);
		assertThat(result.getResponse().getHeader("Content-Disposition")).contains("attachment",
				"audit-2026-11-05.csv");
		assertThat(result.getResponse().getContentType()).startsWith("text/csv");
		assertThat(this.pages.get("/administration/audit/export", this.ada)).hasStatus(405);
	}

	@Test
	void internalNotesAreNeverShown() {
		IndividualMeeting meeting = this.meetings.ofEnrolment(this.enrolment.getId()).getFirst();
		Impersonation.as(this.claire, () -> this.meetingKeeping.write(this.parcours.getId(), meeting.getId(),
				meeting.getVersion(), "PARTAGE-CANARI", "INTERNE-CANARI"));
		this.cast.flush();
		assertThat(whats("?quoi=meeting")).anyMatch((what) -> what.startsWith("Notes du rendez-vous modifiées"));
		assertThat(this.pages.read("/administration/audit", this.ada).text()).doesNotContain("CANARI");
		assertThat(export()).doesNotContain("CANARI");
	}

	@Test
	void aFactWithoutItsSentenceDoesNotBreakThePage() {
		this.events.publishEvent(new Noted("structure.forgotten", Ids.next(), null, "Sans phrase",
				Changes.none().note("unheard", "avant", "après")));
		this.cast.flush();
		assertThat(this.pages.read("/administration/audit?texte=sans", this.ada).select(".history").text())
			.contains("structure.forgotten", "avant");
	}

	private String export(String... fields) {
		MvcTestResult result = this.pages.post("/administration/audit/export", this.ada, fields);
		assertThat(result).hasStatusOk();
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private List<String> whats(String query) {
		return this.pages.read("/administration/audit" + query, this.ada).select(".history > li strong").eachText();
	}

	private int count(String what) {
		return this.jdbc.sql("SELECT count(*) FROM audit_row WHERE what = :what AND actor_id = :actor")
			.params(Map.of("what", what, "actor", (Object) UUID.fromString(this.ada.getId().toString())))
			.query(Integer.class)
			.single();
	}

}
