package fr.faireavec.following.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.OwnWords;
import fr.faireavec.kernel.Ids;
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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * « Autre… »: said on an action, read and counted by the animation, then a choice like
 * any other.
 */
@IntegrationTest
class OwnWordPagesTests {

	private static final String LISTS = "/administration/listes/autres";

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private JdbcClient jdbc;

	private Sources sources;

	private Pages pages;

	private String journal;

	@BeforeEach
	void twoStructures() {
		this.sources = Sources.of(this.cast);
		this.pages = new Pages(this.mvc, this.cast);
		this.journal = "/parcours/" + this.sources.parcours().getSlug() + "/journal";
	}

	@Test
	void whatNoListOffersIsSaidInOnesOwnWords() throws Exception {
		LoggedAction cafe = log(this.sources.ines(), this.sources.canal(), "Un café", OwnWords.NONE);
		String edit = this.journal + "/" + cafe.getId() + "/modifier";
		assertThat(this.pages.read(edit, this.sources.ines()).select("details[open]")).as("folded until wanted")
			.isEmpty();
		assertThat(save(cafe, "ownTheme", "La fête", "ownLever", " Troc  de services ", "ownInstrument", "Veillée",
				"ownServiceUser", "Passants", "ownRole", "Conteur", "ownRecognition", "Un panier", "ownEffect",
				"Un voisinage apaisé"))
			.hasStatus(302);
		Document action = this.pages.read(this.journal + "/" + cafe.getId(), this.sources.ines());
		assertThat(action.select("dl.facts").text()).contains("Thème autre : La fête",
				"Leviers autre : Troc de services", "Forme autre : Veillée", "Usagers autre : Passants",
				"Rôles des usagers autre : Conteur", "Effets observés autre : Un voisinage apaisé",
				"Reconnaissance autre : Un panier");
		Document again = this.pages.read(edit, this.sources.ines());
		assertThat(again.select("#ownLever").val()).isEqualTo("Troc de services");
		assertThat(again.select("details[open]")).as("said: unfolded").hasSize(10);
		assertThat(
				this.pages.read("/parcours/" + this.sources.parcours().getSlug() + "/historique", this.sources.claire())
					.text())
			.contains("« Troc de services »");
	}

	@Test
	void whatCannotBeSaidComesBackBesideItsField() {
		LoggedAction cafe = log(this.sources.ines(), this.sources.canal(), "Un café", OwnWords.NONE);
		Document both = Pages
			.document(save(cafe, "theme", entry("THEME", 1), "ownTheme", "La fête", "ownLever", "x".repeat(81)));
		assertThat(both.select("#ownLever-error").text()).contains("80");
		assertThat(both.select("#ownLever").val()).hasSize(81);
		Document either = Pages.document(save(cafe, "theme", entry("THEME", 1), "ownTheme", "La fête", "instrument",
				entry("INSTRUMENT", 1), "ownInstrument", "Veillée"));
		assertThat(either.select("#ownTheme-error, #ownInstrument-error").eachText())
			.allSatisfy((said) -> assertThat(said).contains("L’un ou l’autre"))
			.hasSize(2);
	}

	@Test
	void aFacilitatorCountsThemInHerParcours() {
		LoggedAction cafe = log(this.sources.ines(), this.sources.canal(), "Un café", lever("Troc de services"));
		LoggedAction fete = log(this.sources.hugo(), this.sources.cantine(), "Une fête", lever("TROC DE SERVICES"));
		LoggedAction jeu = log(this.sources.ines(), this.sources.canal(), "Un jeu", lever("Autre chose"));
		Document words = this.pages.read(this.journal + "/autres", this.sources.claire());
		assertThat(words.select(".entries li").eachText())
			.containsExactly("« Troc de services » 2 actions, 2 structures", "« Autre chose » 1 action, 1 structure");
		assertThat(this.pages.get(this.journal + "/autres", this.sources.ines())).hasStatus(404);
		String one = words.select(".entries a").attr("href");
		Document page = this.pages.read(one, this.sources.claire());
		assertThat(page.select(".entries li").eachText()).containsExactly("Une fête Cantine Coop",
				"Un café Recyclerie du Canal");
		assertThat(Pages.document(this.pages.post(one, this.sources.claire())).select("#entry-error").text())
			.contains("Choisissez dans la liste");
		assertThat(Pages.document(this.pages.post(one, this.sources.claire(), "entry", entry("EFFECT", 1)))
			.select("#entry-error")
			.text()).contains("pas dans la liste");
		String former = entry("LEVER", 9);
		assertThat(this.pages.post(one, this.sources.claire(), "entry", former)).hasStatus(302);
		for (LoggedAction action : List.of(cafe, fete)) {
			assertThat(held(action)).containsExactly(former);
			assertThat(own(action)).isEmpty();
		}
		assertThat(own(jeu)).isEqualTo("Autre chose");
		assertThat(this.pages.read(this.journal + "/" + cafe.getId(), this.sources.ines()).select("dl.facts").text())
			.contains("Leviers Mentorat")
			.doesNotContain("Troc");
		assertThat(save(cafe, "title", "Un vieux café")).as("a form filled in before").hasStatus(409);
		assertThat(this.pages.post(one, this.sources.claire(), "entry", former)).as("sent twice").hasStatus(302);
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_row WHERE what = 'action.counted'")
			.query(Long.class)
			.single()).isEqualTo(2);
		assertThat(
				this.pages.read("/parcours/" + this.sources.parcours().getSlug() + "/historique", this.sources.claire())
					.text())
			.contains("« TROC DE SERVICES »", "Mentorat");
	}

	@Test
	void theAdministrationMakesAChoiceOfThemForEveryParcours() {
		Person ada = this.cast.administrator("Ada", "Min");
		LoggedAction cafe = log(this.sources.ines(), this.sources.canal(), "Un café", theme("Fêter"));
		log(this.sources.hugo(), this.sources.cantine(), "Une fête", theme("fêter"));
		assertThat(this.pages.read("/administration/listes", ada).select("a[href='" + LISTS + "']").text())
			.isNotEmpty();
		this.jdbc
			.sql("""
					UPDATE logged_action SET state = 'DONE', starts_on = '2026-11-03', learning = 'Oser', shared_bilan = true
					WHERE title = 'Une fête'""")
			.update();
		this.cast.forget();
		Document words = this.pages.read(LISTS, ada);
		assertThat(words.select(".entries li").text()).contains("2 actions, 2 structures");
		String one = words.select(".entries a").attr("href");
		Document page = this.pages.read(one, ada);
		String key = page.select("[name=key]").val();
		assertThat(Pages.document(this.pages.post(one, ada, "key", key)).select("#entry-error").text())
			.contains("ou écrivez un nouveau choix");
		assertThat(Pages.document(this.pages.post(one, ada, "key", key, "entry", entry("THEME", 1), "label", "Fêter"))
			.select("#label-error")
			.text()).contains("L’un ou l’autre");
		assertThat(Pages.document(this.pages.post(one, ada, "key", key, "label", "faire commun"))
			.select("#label-error")
			.text()).contains("déjà dans la liste");
		assertThat(this.pages.post(one, ada, "key", key, "label", "Fêter ensemble")).hasStatus(302);
		assertThat(this.pages.post(one, ada, "key", key, "label", "Fêter ensemble")).as("sent twice").hasStatus(302);
		assertThat(this.jdbc.sql("SELECT count(*) FROM taxonomy_entry WHERE label = 'Fêter ensemble'")
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(this.jdbc.sql("""
				SELECT count(*) FROM logged_action a JOIN taxonomy_entry t ON t.id = a.theme_id
				WHERE t.label = 'Fêter ensemble' AND a.own_theme = ''""").query(Long.class).single()).isEqualTo(2);
		assertThat(this.pages.read(this.journal + "/" + cafe.getId() + "/modifier", this.sources.ines())
			.select("#theme option[selected]")
			.text()).isEqualTo("Fêter ensemble");
		assertThat(this.pages.get("/parcours/" + this.sources.parcours().getSlug() + "/bilan/actions.csv",
				this.sources.claire()))
			.bodyText()
			.contains("Fêter ensemble");
		assertThat(this.pages.get(LISTS, this.sources.claire())).hasStatus(404);
		assertThat(this.pages.get(LISTS + "/niveaux?mots=x", ada)).as("a scale has no other step").hasStatus(404);
		assertThat(this.pages.get(LISTS + "/themes", ada)).hasStatus(404);
	}

	@Test
	void theLibraryFindsThemAndWarnsOfNames() throws Exception {
		LoggedAction cafe = log(this.sources.ines(), this.sources.canal(), "Un essai", lever("Grainothèque"));
		assertThat(Pages
			.document(save(cafe, "state", "ONGOING", "sharedLibrary", "true", "ownLever",
					"Grainothèque du Canal, Recyclerie du Canal"))
			.select(".summary.warning")
			.text()).contains("Recyclerie du Canal");
		assertThat(save(cafe, "state", "ONGOING", "sharedLibrary", "true", "ownLever", "Grainothèque")).hasStatus(302);
		for (String typed : List.of("grainothèque", "grainotheques", "grainotheqe")) {
			Document found = this.pages.read("/bibliotheque?q=" + typed, this.sources.hugo());
			assertThat(found.select(".journal-card h3").eachText()).as(typed).containsExactly("Un essai");
		}
		Document page = this.pages.read(this.pages.read("/bibliotheque?q=grainotheque", this.sources.hugo())
			.select(".journal-card a")
			.attr("href"), this.sources.hugo());
		assertThat(page.select("dl.facts").text()).contains("Grainothèque");
	}

	@Test
	void aTableSaysThemToo() throws Exception {
		log(this.sources.ines(), this.sources.canal(), "Un café", lever("Troc | à deux"));
		String csv = new String(
				this.pages.get(this.journal + ".csv", this.sources.ines()).getResponse().getContentAsByteArray(),
				StandardCharsets.UTF_8);
		assertThat(csv).contains("autre\u00a0: Troc | à deux");
		byte[] fresh = """
				Titre;Thème;Leviers;Effets observés
				Une fête;Autre : La fête;Former | autre: Troc;Nouveauté
				Un bal;autre : La fête;autre : ;
				""".getBytes(StandardCharsets.UTF_8);
		Document plan = Pages
			.document(this.pages.upload(this.journal + "/import", this.sources.ines(), "file", "journal.csv", fresh));
		assertThat(plan.select("main table").text()).contains("« Nouveauté » n’est pas dans la liste",
				"« autre : Nouveauté »");
		MvcTestResult sent = this.pages.upload(this.journal + "/import", this.sources.ines(), "file", "journal.csv",
				new String(fresh, StandardCharsets.UTF_8).replace("Nouveauté", "autre : Nouveauté")
					.getBytes(StandardCharsets.UTF_8));
		Document page = Pages.document(sent);
		this.pages.post(page.select("main form[action$=confirmation]").attr("action"), this.sources.ines(), "draft",
				page.select("[name=draft]").val());
		assertThat(this.jdbc.sql("""
				SELECT title || '/' || own_theme || '/' || own_lever || '/' || own_effect FROM logged_action
				WHERE title <> 'Un café' ORDER BY title""").query(String.class).list())
			.containsExactly("Un bal/La fête//", "Une fête/La fête/Troc/Nouveauté");
	}

	private LoggedAction log(Person person, Enrolment enrolment, String title, OwnWords own) {
		LoggedAction action = Impersonation.giving(person, () -> {
			LoggedAction noted = this.logging.log(Ids.next(), this.sources.parcours().getId(), enrolment.getId(),
					new ActionDraft(title, ActionState.ONGOING, "", null, null));
			return this.logging.revise(this.sources.parcours().getId(), noted.getId(), noted.getVersion(),
					noted.getDetails().with(own));
		});
		this.cast.forget();
		return action;
	}

	private static OwnWords lever(String words) {
		return new OwnWords("", words, "", "", "", "", "");
	}

	private static OwnWords theme(String words) {
		return new OwnWords(words, "", "", "", "", "", "");
	}

	private MvcTestResult save(LoggedAction action, String... fields) {
		String[] base = { "version", String.valueOf(action.getVersion()), "title", action.getTitle(), "state",
				"ONGOING" };
		Map<String, String> sent = new LinkedHashMap<>();
		for (String[] some : List.of(base, fields)) {
			for (int i = 0; i < some.length; i += 2) {
				sent.put(some[i], some[i + 1]);
			}
		}
		return this.pages.post(this.journal + "/" + action.getId() + "/modifier", this.sources.ines(),
				sent.entrySet()
					.stream()
					.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
					.toArray(String[]::new));
	}

	private String entry(String taxonomy, int rank) {
		return this.jdbc.sql("SELECT id FROM taxonomy_entry WHERE taxonomy = :taxonomy AND rank = :rank")
			.param("taxonomy", taxonomy)
			.param("rank", rank)
			.query(String.class)
			.single();
	}

	private List<String> held(LoggedAction action) {
		return this.jdbc.sql("SELECT entry_id FROM action_entry WHERE action_id = :id")
			.param("id", action.getId())
			.query(String.class)
			.list();
	}

	private String own(LoggedAction action) {
		return this.jdbc.sql("SELECT own_lever FROM logged_action WHERE id = :id")
			.param("id", action.getId())
			.query(String.class)
			.single();
	}

}
