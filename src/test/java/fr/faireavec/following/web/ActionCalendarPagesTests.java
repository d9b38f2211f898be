package fr.faireavec.following.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.Scheduling;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.TimeSlot;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import fr.faireavec.testing.Sources;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** The journal by its dates, and where actions stand on the scale. */
@IntegrationTest
class ActionCalendarPagesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private Scheduling scheduling;

	@Autowired
	private CollectiveSessions sessions;

	@Autowired
	private JdbcClient jdbc;

	private Sources sources;

	private Pages pages;

	private String parcours;

	@BeforeEach
	void someActions() {
		this.sources = Sources.of(this.cast);
		this.pages = new Pages(this.mvc, this.cast);
		this.parcours = "/parcours/" + this.sources.parcours().getSlug();
		dated("Un café", this.sources.ines(), this.sources.canal(), "2026-11-12", "2026-12-03", false);
		dated("Un menu", this.sources.hugo(), this.sources.cantine(), "2026-11-20", null, true);
		dated("Un bal", this.sources.hugo(), this.sources.cantine(), null, "2026-11-28", false);
		dated("Sans date", this.sources.ines(), this.sources.canal(), null, null, true);
		this.cast.forget();
	}

	/** All for the animation; for a structure its own and what was shared. */
	@Test
	void eachReadsTheMonthTheyMayRead() {
		assertThat(titles("2026-11", this.sources.claire())).containsExactly("Un café", "Un menu", "Un bal");
		assertThat(titles("2026-11", this.sources.ines())).containsExactly("Un café", "Un menu");
		assertThat(titles("2026-11", this.sources.hugo())).containsExactly("Un menu", "Un bal");
		assertThat(titles("2026-12", this.sources.ines())).as("what goes on from one month to the next")
			.containsExactly("Un café");
		assertThat(page("2026-12", this.sources.ines()).text()).contains("depuis le 12 novembre 2026",
				"jusqu’au 3 décembre 2026");
	}

	/** The days of the parcours stand among them. */
	@Test
	void theDaysOfTheParcoursAreLandmarks() {
		UUID id = this.sources.parcours().getId();
		LocalDateTime morning = LocalDateTime.of(2026, 12, 15, 9, 30);
		this.scheduling.schedule(id, 3, this.sessions.ranked(id, 3).orElseThrow().getVersion(), new SessionPlan(
				List.of(new TimeSlot(morning, morning.plusHours(3))), Mode.PRESENTIEL, "Salle", "", ""));
		this.cast.forget();
		Document december = page("2026-12", this.sources.ines());
		assertThat(december.select("ol.plain > li h3").eachText()).containsExactly("mardi 1er décembre 2026",
				"mardi 15 décembre 2026");
		assertThat(december.select("a[href$='/seances/3']").text()).startsWith("Jour 3");
	}

	/** Whatever month is asked for, one there is. */
	@Test
	void oneGoesFromMonthToMonth() {
		Document november = page("2026-11", this.sources.claire());
		assertThat(november.select("h2.month").text()).isEqualTo("novembre 2026");
		assertThat(november.select("a[rel=next]").attr("href")).endsWith("mois=2026-12");
		Document first = page("1999-01", this.sources.claire());
		assertThat(first.select("a[rel=prev]")).isEmpty();
		Document last = page("2999-01", this.sources.claire());
		assertThat(last.select("a[rel=next]")).isEmpty();
		assertThat(last.text()).contains("Rien ce mois-ci");
	}

	@Test
	void theScaleSaysWhereActionsStandBesideWhatIsAimedAt() {
		String ours = this.parcours + "/structures/" + this.sources.canal().getId();
		assertThat(this.pages.read(ours, this.sources.ines()).text()).doesNotContain("Où en sont les actions");
		UUID level = this.jdbc.sql("""
				SELECT t.id FROM taxonomy_entry t JOIN framework_entry f ON f.entry_id = t.id
				  JOIN parcours p ON p.framework_id = f.framework_id
				WHERE p.id = :parcours AND t.taxonomy = 'LEVEL' AND t.rank = 4""")
			.param("parcours", this.sources.parcours().getId())
			.query((row, n) -> row.getObject(1, UUID.class))
			.single();
		this.jdbc.sql("UPDATE logged_action SET level_id = :level, state = 'ONGOING' WHERE title = 'Un café'")
			.param("level", level)
			.update();
		this.jdbc.sql("INSERT INTO enrolment_aimed_level (enrolment_id, entry_id) VALUES (:enrolment, :level)")
			.param("enrolment", this.sources.canal().getId())
			.param("level", level)
			.update();
		this.cast.forget();
		Document page = this.pages.read(ours, this.sources.ines());
		List<String> rows = page.select("section[aria-labelledby=niveaux] tbody tr").eachText();
		assertThat(rows).hasSize(6);
		assertThat(rows.get(3)).contains("Co-construction", "visé").endsWith("0 1");
		assertThat(rows.get(0)).doesNotContain("visé").endsWith("0 0");
	}

	private void dated(String title, Person by, Enrolment enrolment, @Nullable String from, @Nullable String to,
			boolean shared) {
		UUID id = Impersonation.giving(by,
				() -> this.logging
					.log(UUID.randomUUID(), this.sources.parcours().getId(), enrolment.getId(),
							ActionDraft.titled(title))
					.getId());
		this.cast.flush();
		this.jdbc
			.sql("""
					UPDATE logged_action SET starts_on = CAST(:from AS date), ends_on = CAST(:to AS date), shared_cohort = :shared
					WHERE id = :id""")
			.param("from", (from != null) ? LocalDate.parse(from) : null, java.sql.Types.DATE)
			.param("to", (to != null) ? LocalDate.parse(to) : null, java.sql.Types.DATE)
			.param("shared", shared)
			.param("id", id)
			.update();
	}

	private Document page(String month, Person person) {
		return this.pages.read(this.parcours + "/journal/calendrier?mois=" + month, person);
	}

	private List<String> titles(String month, Person person) {
		return page(month, person).select(".entries a").eachText();
	}

}
