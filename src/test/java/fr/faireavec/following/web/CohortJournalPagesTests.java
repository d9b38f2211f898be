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
import fr.faireavec.journal.ActionState;
import fr.faireavec.kernel.Ids;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/** Where the journal of a cohort stands, for whoever runs the parcours. */
@IntegrationTest
class CohortJournalPagesTests {

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

	private String address;

	@BeforeEach
	void aCohort() {
		this.sources = Sources.of(this.cast);
		this.pages = new Pages(this.mvc, this.cast);
		this.address = "/parcours/" + this.sources.parcours().getSlug() + "/journal/suivi";
	}

	@Test
	void sixWeeksWithoutNewsAreSeen() {
		on(LocalDateTime.of(2026, 10, 9, 10, 0));
		log(this.sources.ines(), this.sources.canal(), "Un café", ActionState.ONGOING, null);
		on(LocalDateTime.of(2026, 10, 12, 10, 0));
		log(this.sources.hugo(), this.sources.cantine(), "Un menu", ActionState.ONGOING, null);
		on(Sources.NOW);
		Enrolment late = this.cast.enrol(this.sources.parcours(), this.cast.structure("Radio des Voisins"));
		this.cast.enrol(this.sources.parcours(), this.cast.structure("Garage Entraide"));
		this.jdbc.sql("UPDATE enrolment SET active_from = '2026-10-20' WHERE id = :late")
			.param("late", late.getId())
			.update();
		this.cast.forget();
		Document page = this.pages.read(this.address, this.sources.claire());
		assertThat(page.select("section[aria-labelledby=silence] li").eachText()).containsExactly(
				"Garage Entraide rien de noté pour l’instant",
				"Recyclerie du Canal dernière action notée le 9 octobre 2026");
		assertThat(page.select("section[aria-labelledby=silence] a[href$=/courriers]")).as("the nudge, to stop")
			.hasSize(1);
		on(Sources.NOW.plusDays(2));
		assertThat(this.pages.read(this.address, this.sources.claire()).select("section[aria-labelledby=silence] li"))
			.hasSize(2);
		on(Sources.NOW.plusDays(3));
		assertThat(
				this.pages.read(this.address, this.sources.claire()).select("section[aria-labelledby=silence]").text())
			.contains("Cantine Coop");
	}

	@Test
	void whatWasAnnouncedForTheNextDayAndWhereItStands() {
		assertThat(
				this.pages.read(this.address, this.sources.claire()).select("section[aria-labelledby=annonces]").text())
			.contains("Le prochain jour n’a pas encore de date");
		UUID parcours = this.sources.parcours().getId();
		this.scheduling
			.schedule(parcours, 3, this.sessions.ranked(parcours, 3).orElseThrow().getVersion(), new SessionPlan(List
				.of(new TimeSlot(LocalDate.of(2026, 12, 15).atTime(9, 30), LocalDate.of(2026, 12, 15).atTime(12, 30))),
					Mode.PRESENTIEL, "Salle", "", ""));
		log(this.sources.ines(), this.sources.canal(), "Un café", ActionState.ONGOING, 3);
		log(this.sources.hugo(), this.sources.cantine(), "Un menu", ActionState.PLANNED, 3);
		log(this.sources.hugo(), this.sources.cantine(), "Un bal", ActionState.PLANNED, 4);
		Document page = this.pages.read(this.address, this.sources.claire());
		assertThat(page.select("section[aria-labelledby=annonces]").text()).contains("Annoncé pour le jour 3",
				"15 décembre");
		assertThat(page.select("section[aria-labelledby=annonces] li").eachText())
			.containsExactly("Un menu Cantine Coop Prévue", "Un café Recyclerie du Canal En cours");
	}

	@Test
	void themesLevelsAndEffectsAreDrawnWithTheirTable() {
		for (String title : List.of("Un café", "Un thé", "Un menu")) {
			log(this.sources.ines(), this.sources.canal(), title, ActionState.ONGOING, null);
		}
		this.jdbc
			.sql("""
					UPDATE logged_action SET theme_id = (SELECT id FROM taxonomy_entry WHERE taxonomy = 'THEME' AND rank = 1),
					  level_id = (SELECT id FROM taxonomy_entry WHERE taxonomy = 'LEVEL' AND rank = 4)
					WHERE title <> 'Un menu'""")
			.update();
		this.jdbc
			.sql("UPDATE logged_action SET own_theme = 'Manger', own_effect = 'Plus de rires' WHERE title = 'Un menu'")
			.update();
		this.jdbc.sql("""
				INSERT INTO action_entry (action_id, entry_id)
				SELECT a.id, t.id FROM logged_action a, taxonomy_entry t
				WHERE (t.taxonomy = 'EFFECT' AND t.rank <= 2) OR (t.taxonomy = 'ROLE' AND t.rank = 1)""").update();
		this.cast.forget();
		Document page = this.pages.read(this.address, this.sources.claire());
		assertThat(page.select("figure.chart tbody tr").eachText()).containsExactly("Faire commun 2", "autre 1",
				"Co-construction 2", "Engagement citoyen 3", "Lien social 3", "autre 1");
		assertThat(page.select("a[href$=/journal/autres]").text()).contains("2 mots écrits sous « autre »");
		assertThat(this.pages.get(this.address, this.sources.ines())).hasStatus(404);
		assertThat(this.pages.read(this.address.replace("/suivi", ""), this.sources.claire())
			.select("a[href$=/journal/suivi]")).hasSize(1);
	}

	private void on(LocalDateTime moment) {
		this.cast.itIs(moment);
		this.cast.forget();
	}

	private void log(Person person, Enrolment enrolment, String title, ActionState state, Integer rank) {
		Impersonation.as(person, () -> this.logging.log(Ids.next(), this.sources.parcours().getId(), enrolment.getId(),
				new ActionDraft(title, state, "", null, rank)));
		this.cast.forget();
	}

}
