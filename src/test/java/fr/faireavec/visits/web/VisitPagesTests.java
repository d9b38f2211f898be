package fr.faireavec.visits.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Inès shares an action of the Recyclerie with the cohort, in which Hugo is, and keeps
 * another; Claire runs the parcours. All opened the journal at ten on the first day.
 */
@IntegrationTest
class VisitPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 10, 1);

	@Autowired
	private Cast cast;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private JdbcClient jdbc;

	private Pages pages;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Parcours parcours;

	private Enrolment recyclerie;

	private String journal;

	@BeforeEach
	void everybodyOpenedTheJournal() {
		this.pages = new Pages(this.mvc, this.cast);
		at(0, 10, 0);
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Sources", START, this.claire);
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.pilot(this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop")), this.hugo, START);
		this.cast.flush();
		this.journal = "/parcours/" + this.parcours.getSlug() + "/journal";
		for (Person reader : List.of(this.claire, this.ines, this.hugo)) {
			assertThat(news(reader)).isEmpty();
		}
	}

	/** What one may see, of others, and nothing of one's own. */
	@Test
	void eachIsToldWhatOthersDidThatTheyMaySee() {
		at(0, 11, 0);
		UUID shared = log("Un atelier");
		UUID kept = log("Un essai gardé");
		this.jdbc.sql("UPDATE logged_action SET shared_cohort = true WHERE id = :id").param("id", shared).update();
		this.cast.forget();
		this.pages.post(this.journal + "/" + shared + "/echanges", this.hugo, "words", "Bravo");
		this.pages.post(this.journal + "/" + kept + "/echanges", this.ines, "words", "À nous de voir");
		this.pages.post(this.journal + "/" + kept + "/pieces/lien", this.ines, "address", "https://exemple.org");
		this.pages.post(this.journal + "/" + kept + "/abandon", this.claire, "version", version(kept), "learning",
				"Trop tôt");
		at(1, 10, 0);
		assertThat(news(this.ines)).containsExactlyInAnyOrder("Un atelier, Recyclerie du Canal 1 message",
				"Un essai gardé, Recyclerie du Canal Abandonnée");
		assertThat(news(this.hugo)).containsExactly("Un atelier, Recyclerie du Canal Notée au journal");
		assertThat(news(this.claire)).containsExactlyInAnyOrder("Un atelier, Recyclerie du Canal Notée au journal",
				"Un essai gardé, Recyclerie du Canal Notée au journal", "Un atelier, Recyclerie du Canal 1 message",
				"Un essai gardé, Recyclerie du Canal 1 message",
				"Un essai gardé, Recyclerie du Canal 1 photo ou document");
	}

	/** Opened again within half an hour, it says the same; later, it is over. */
	@Test
	void aVisitLastsWhileOneIsThere() {
		at(0, 11, 0);
		log("Un atelier");
		at(1, 10, 0);
		assertThat(news(this.claire)).hasSize(1);
		at(1, 10, 25);
		assertThat(news(this.claire)).hasSize(1);
		at(1, 10, 50);
		assertThat(news(this.claire)).hasSize(1);
		at(1, 12, 0);
		assertThat(this.pages.read(this.journal, this.claire).text()).doesNotContain("Depuis votre dernière visite");
	}

	/** The administration has no journal: nothing is kept of its looking. */
	@Test
	void theAdministrationLeavesNoTrace() {
		this.pages.read(this.journal, this.cast.administrator("Ada", "Min"));
		assertThat(this.jdbc.sql("SELECT person_id FROM journal_visit")
			.query((row, n) -> row.getObject("person_id", UUID.class))
			.list()).containsExactlyInAnyOrder(this.claire.getId(), this.ines.getId(), this.hugo.getId());
	}

	@Test
	void asManyStatementsForThirtyNewsAsForOne() {
		at(0, 11, 0);
		log("Un atelier");
		at(1, 10, 0);
		int one = this.pages.statements(this.journal, this.claire);
		for (int i = 0; i < 29; i++) {
			log("Essai " + (char) ('a' + i));
		}
		at(1, 10, 10);
		assertThat(this.pages.statements(this.journal, this.claire)).isEqualTo(one).isLessThanOrEqualTo(15);
		at(1, 12, 0);
		log("Un dernier");
		assertThat(this.pages.statements(this.journal, this.hugo)).isLessThanOrEqualTo(15);
		assertThat(this.pages.read(this.journal, this.claire).text()).contains("Un dernier");
	}

	private List<String> news(Person reader) {
		return this.pages.read(this.journal, reader).select("section:has(#nouveau) li").eachText();
	}

	private UUID log(String title) {
		UUID id = Impersonation.giving(this.ines,
				() -> this.logging
					.log(Ids.next(), this.parcours.getId(), this.recyclerie.getId(), ActionDraft.titled(title))
					.getId());
		this.cast.flush();
		return id;
	}

	private String version(UUID action) {
		return this.jdbc.sql("SELECT version FROM logged_action WHERE id = :id")
			.param("id", action)
			.query(String.class)
			.single();
	}

	private void at(int day, int hour, int minute) {
		this.cast.itIs(START.plusDays(day).atTime(hour, minute));
	}

}
