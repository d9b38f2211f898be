package fr.faireavec.leaflets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.bilans.Added;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.narratives.Narrative;
import fr.faireavec.narratives.Section;
import fr.faireavec.parcours.ConventionKeeping;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Pdf;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each question of the form has what the published bilan says, or says it is to be
 * written.
 */
@IntegrationTest
class LeafletPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	private static final String CERFA = "/parcours/vallee-de-la-brune/bilan/cerfa";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private FunderKeeping funders;

	@Autowired
	private ConventionKeeping conventions;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private BilanPublishing publishing;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Parcours parcours;

	private UUID convention;

	@BeforeEach
	void aDayThatWasHeld() {
		this.cast.itIs(START.atTime(9, 0));
		this.pages = new Pages(this.mvc, this.cast);
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.parcours = this.cast.parcours("Vallée de la Brune", START, this.claire);
		Funder region = this.funders.register(UUID.randomUUID(), "Région Fictive", FunderKind.REGION, "", "", "");
		this.convention = this.conventions
			.agree(UUID.randomUUID(), this.parcours.getId(), region.getId(),
					new ConventionTerms("R-118", new BigDecimal("24000"), START, START.plusYears(1), 8, 7, null, null,
							null, null, null))
			.getId();
		Enrolment enrolment = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(enrolment, this.cast.person("Inès", "Carpentier"), START);
		this.cast.flush();
		this.jdbc.sql("UPDATE structure SET commune = 'Brune-sur-Lys', siret = '73282932000074'").update();
		LocalDateTime morning = START.plusDays(30).atTime(9, 30);
		UUID id = this.parcours.getId();
		this.scheduling.schedule(id, 1, this.sessions.ranked(id, 1).orElseThrow().getVersion(), new SessionPlan(
				List.of(new TimeSlot(morning, morning.plusHours(3))), Mode.PRESENTIEL, "Salle des fêtes", "", ""));
		this.cast.flush();
		this.jdbc.sql("UPDATE collective_session SET state = 'HELD', held_at = '2026-10-01T12:00:00Z' WHERE rank = 1")
			.update();
		this.cast.itIs(START.plusDays(60).atTime(9, 0));
		this.cast.forget();
	}

	@Test
	void theBoxesAreAnsweredFromWhatWasPublished() {
		assertThat(this.pages.read(CERFA, this.claire).text()).contains("Aucun bilan n’est publié");
		publish(new Narrative(
				Map.of(Section.DONE, "Sept jours **ensemble**.", Section.CHANGED, "On décide à plusieurs.")));
		Document page = this.pages.read(CERFA, this.claire);
		assertThat(plain(page.select("dl.facts").text())).contains("Région Fictive", "R-118", "24 000,00 €",
				"du 1er septembre 2026");
		assertThat(box(page, "what")).contains("Sept jours ensemble.").doesNotContain("À écrire", "**");
		assertThat(box(page, "where")).contains("Jour 1, le 1er octobre 2026, Salle des fêtes : Faire commun");
		assertThat(box(page, "structures")).contains("Recyclerie du Canal, Brune-sur-Lys, SIRET 73282932000074");
		assertThat(box(page, "goals")).contains("Séances tenues : 1 (prévu : 7", "On décide à plusieurs.");
		assertThat(box(page, "other")).contains("À écrire si besoin");
		assertThat(page.select("[data-copy]").eachAttr("data-copy")).anyMatch((text) -> text.contains("Sept jours"));
		MvcTestResult file = this.pages.get(CERFA + "/" + this.convention + ".pdf", this.claire);
		assertThat(file).hasStatusOk();
		assertThat(Pdf.text(file.getResponse().getContentAsByteArray())).contains("R-118", "Salle des fêtes",
				"Décrire précisément");
	}

	/** What is asked of an earlier version is answered from that one. */
	@Test
	void eachVersionAnswersForItself() {
		publish(new Narrative(Map.of(Section.DONE, "D’abord.")));
		publish(new Narrative(Map.of(Section.DONE, "Ensuite.")));
		assertThat(box(this.pages.read(CERFA, this.claire), "what")).contains("Ensuite.");
		assertThat(box(this.pages.read(CERFA + "?version=1", this.claire), "what")).contains("D’abord.");
		assertThat(this.pages.get(CERFA + "?version=3", this.claire)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.pages.get(CERFA + "/" + UUID.randomUUID() + ".pdf", this.claire))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	private void publish(Narrative told) {
		Impersonation.as(this.claire, () -> this.publishing.publish(UUID.randomUUID(), this.parcours.getId(),
				BilanKind.INTERMEDIAIRE, START, START.plusDays(59), new Added(told, Map.of(), "pour le test", null)));
		this.cast.forget();
	}

	private static String plain(String text) {
		return text.replace('\u202f', ' ').replace('\u00a0', ' ');
	}

	private static String box(Document page, String key) {
		return plain(page.select("[data-box=" + key + "]").text());
	}

}
