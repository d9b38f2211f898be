package fr.faireavec.convening;

import java.util.Set;

import fr.faireavec.correspondence.ForeseenLetter;
import fr.faireavec.correspondence.LetterPlan.Terms;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.correspondence.Occurrence;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/** « Ce qui va partir, à qui, quand », as the animation reads and decides it. */
class LettersToComePagesTests extends DateTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private LetterPlanning planning;

	private Pages pages;

	private String list;

	@BeforeEach
	void pages() {
		this.pages = new Pages(this.mvc, this.cast);
		this.list = "/parcours/" + this.ours.getSlug() + "/courriers";
		later(Telling.SETTLED);
		this.cast.flush();
		// No structure is asked for news here: these are letters about dates.
		this.planning.decide(this.ours.getId(), -1, new Terms(21, 7, 2, false));
	}

	@Test
	void eachLetterHasItsDayItsPeopleAndItsPage() {
		Document page = this.pages.read(this.list, this.claire);
		assertThat(page.select("section.card > h2").eachText()).startsWith("dimanche 20 septembre 2026",
				"dimanche 4 octobre 2026", "vendredi 9 octobre 2026");
		assertThat(page.select(".foreseen > li")).hasSize(3)
			.allSatisfy((line) -> assertThat(line.text()).contains("2 personnes", "Inès Carpentier"));
		Document letter = this.pages.read(page.select(".foreseen a").attr("href"), this.claire);
		assertThat(letter.select("h1").text()).startsWith("Convocation, jour");
		assertThat(letter.select("article.letter").text()).contains("dimanche 11 octobre 2026", "Maison du parc");
		assertThat(this.pages.read("/courriers", this.claire).select(".foreseen > li")).hasSize(3);
	}

	@Test
	void aWordIsKeptAndOneTooLongComesBack() {
		MvcTestResult refused = this.pages.post(page(), this.claire, "version", "-1", "note", "x".repeat(1001));
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).select("textarea").text()).hasSize(1001);
		assertThat(this.pages.post(page(), this.claire, "version", "-1", "note", "Apportez vos cartes."))
			.hasStatus(302);
		assertThat(this.pages.read(page(), this.claire).select("article.letter").text())
			.contains("Apportez vos cartes.");
		assertThat(this.pages.post(page(), this.claire, "version", "-1", "note", "Autre chose")).as("another tab")
			.hasStatus(409);
	}

	@Test
	void aLetterThatLeftMeanwhileLosesNoText() {
		String page = page();
		near();
		this.telling.tellDue();
		MvcTestResult late = this.pages.post(page, this.claire, "version", "-1", "note", "Apportez vos cartes.");
		assertThat(late).hasStatus(422);
		assertThat(Pages.document(late).text()).contains("elle est partie");
		assertThat(Pages.document(late).select("textarea").text()).isEqualTo("Apportez vos cartes.");
		assertThat(this.pages.post(page + "/envoi", this.claire, "version", "-1")).hasStatus(302);
		assertThat(this.telling.tellDue()).as("nothing twice").isZero();
	}

	@Test
	void oneIsHeldBackAndLetGoAndSentFromItsPage() {
		assertThat(this.pages.post(page() + "/pause", this.claire, "version", "-1")).hasStatus(302);
		assertThat(this.pages.read(this.list, this.claire).select("section.card").eachText().getFirst())
			.contains("Retenues", "Convocation");
		assertThat(this.pages.post(page() + "/reprise", this.claire, "version", "0")).hasStatus(302);
		assertThat(this.pages.post(page() + "/envoi", this.claire, "version", "1")).hasStatus(302);
		assertThat(envelope(this.ines)).isPresent();
		assertThat(this.pages.read(this.list, this.claire).select(".foreseen > li")).hasSize(2);
	}

	@Test
	void theDaysAreChosenWithinBounds() {
		String plan = this.list + "/reglages";
		MvcTestResult refused = this.pages.post(plan, this.claire, "version", "0", "convenedDays", "0",
				"firstReminderDays", "sept", "lastReminderDays", "", "nudged", "true");
		assertThat(refused).hasStatus(422);
		assertThat(Pages.document(refused).select("#firstReminderDays").val()).isEqualTo("sept");
		assertThat(this.pages.post(plan, this.claire, "version", "0", "convenedDays", "30", "firstReminderDays", "",
				"lastReminderDays", "1", "nudged", "false"))
			.hasStatus(302);
		assertThat(this.pages.read(this.list, this.claire).text())
			.contains("La convocation part 30 jours avant", "Un rappel part la veille.")
			.doesNotContain("des nouvelles aux structures");
		assertThat(this.pages.post(this.list + "/pause", this.claire, "version", "1")).hasStatus(302);
		assertThat(this.pages.read(this.list, this.claire).text()).contains("Rien ne part.");
		near();
		assertThat(this.telling.tellDue()).isZero();
	}

	private String page() {
		ForeseenLetter letter = this.planning.toCome(Set.of(this.ours.getId()))
			.stream()
			.filter((one) -> one.occurrence() == Occurrence.CONVENED)
			.findFirst()
			.orElseThrow();
		return this.list + "/convocation/" + letter.subjectId();
	}

}
