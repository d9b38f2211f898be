package fr.faireavec.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.testing.DemoTest;
import fr.faireavec.testing.Visitor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each of the demo's people follows every link: all pages stand, cheaply, and reading
 * changes nothing.
 */
@DemoTest
class DemoPagesTests {

	private static final int MOST_STATEMENTS = 15;

	/** Until when somebody looked: the only thing that looking changes. */
	private static final List<String> LOOKED = List.of("comment_reading", "journal_visit");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(strings = { "claire.vasseur", "malik.dubreuil", "ines.carpentier", "nora.leclercq", "hugo.lemaire",
			"paul.tison", "helene.martel", "remi.sauvage", "admin" })
	void everyPageWithinReachStands(String who) {
		Map<String, Long> before = counts();
		Map<String, Visitor.Answer> seen = visitor(who).walkForAll();
		Map<String, Long> after = counts();
		if ("admin".equals(who)) {
			// Who looks at what is held about somebody is written down.
			assertThat(after.remove("audit_row")).isNotEqualTo(before.remove("audit_row"));
		}
		LOOKED.forEach((table) -> {
			before.remove(table);
			after.remove(table);
		});
		assertThat(after).as("reading leaves the database as it was").isEqualTo(before);
		List<String> wrong = new ArrayList<>();
		seen.forEach((address, answer) -> {
			if (answer.status() != 200) {
				wrong.add(address + " answers " + answer.status());
			}
			else if (answer.statements() > MOST_STATEMENTS) {
				wrong.add(address + " takes " + answer.statements() + " statements");
			}
			else if (answer.isPage()) {
				Document page = answer.document();
				String text = page.text();
				if (text.contains("??") || text.contains("#{") || text.contains("${")) {
					wrong.add(address + " lacks a word: "
							+ text.replaceAll(".*?(.{30}(\\?\\?|#\\{|\\$\\{).{40}).*", "$1"));
				}
				if (!page.title().matches("(?!.*\\bnull\\b)\\S.* — Faire avec")) {
					wrong.add(address + " is called " + page.title());
				}
				if (!address.contains("/donnees") && !page.select("label[for=reason] .optional").isEmpty()) {
					wrong.add(address + " asks for a reason it calls optional");
				}
				if (page.select("h1").size() != 1) {
					wrong.add(address + " has " + page.select("h1").size() + " h1");
				}
				if (!text.contains("Données de démonstration fictives")) {
					wrong.add(address + " does not say that it is a demo");
				}
			}
		});
		assertThat(wrong).isEmpty();
		assertThat(seen.size()).isGreaterThan(1);
	}

	@Test
	void everyAnswerSaysHowManyStatementsItTook() {
		Visitor claire = visitor("claire.vasseur");
		assertThat(claire.open("/parcours/nulle-part").statements()).isPositive();
		assertThat(claire.open("/parcours/brune-2023-fictif/bilan.csv").statements()).isPositive();
	}

	@Test
	void theDemoIsWhatItSays() {
		assertThat(this.jdbc.sql("SELECT slug || ' ' || status FROM parcours ORDER BY slug").query(String.class).list())
			.contains("brune-2023-fictif CLOSED", "richesses-humaines-fictif DRAFT", "sources-fictif RUNNING",
					"trois-rivieres-fictif CLOSED");
		assertThat(this.jdbc
			.sql("""
					SELECT count(*) FROM bilan b JOIN parcours p ON p.id = b.parcours_id WHERE p.slug = 'trois-rivieres-fictif'
					""")
			.query(Integer.class)
			.single()).isEqualTo(2);
		assertThat(this.jdbc.sql("""
				SELECT count(*) FROM bilan b WHERE NOT EXISTS (
				  SELECT FROM bilan_file f WHERE f.bilan_id = b.id AND f.kind = 'PDF' AND f.made_at = b.published_at)
				""").query(Integer.class).single()).as("published, and its files not made at once").isZero();
		assertThat(this.jdbc.sql("SELECT count(DISTINCT state) FROM logged_action").query(Integer.class).single())
			.isEqualTo(5);
	}

	/**
	 * Somebody named twice, to be reunited: the administration finds it by following
	 * links.
	 */
	@Test
	void theDemoHasTwoSheetsOfOnePerson() {
		Visitor.Answer compared = visitor("admin").walkOnce()
			.entrySet()
			.stream()
			.filter((seen) -> seen.getKey().matches("/administration/comptes/[^/]+/reunion/[^/]+"))
			.map(Map.Entry::getValue)
			.filter((answer) -> answer.document().select("h1").text().contains("Fabien Leroux"))
			.findFirst()
			.orElseThrow();
		assertThat(compared.document().text()).contains("Jardin des Possibles, Trois Rivières 2025-2026 (fictif)",
				"les deux lignes se contredisent", "Réunir ces deux fiches");
	}

	/** The figures of the closed demo parcours, worked out by hand from its story. */
	@Test
	void aFunderReadsTheFiguresOfTheStory() {
		String text = visitor("helene.martel").open("/parcours/brune-2023-fictif/bilan").document().text();
		assertThat(text).contains("9 actions sur 15")
			.contains("53 sur 56")
			.contains("148")
			.contains("640")
			.contains("512,5")
			.contains("384,25")
			.contains("4\u202f476,51");
		assertThat(visitor("helene.martel").open("/parcours/trois-rivieres-fictif/bilan").status()).isEqualTo(404);
		assertThat(visitor("helene.martel").open("/parcours/sources-fictif/bilan").status()).isEqualTo(404);
	}

	/** As it leaves: by the first name alone. */
	@Test
	void theDemosMailShowsLettersAsTheyGreet() {
		Visitor claire = visitor("claire.vasseur");
		String letter = claire.open("/_courrier?adresse=paul.tison")
			.document()
			.select("main a[href*='/_courrier/']")
			.attr("href");
		assertThat(claire.open(letter).document().expectFirst("article.letter p").text()).isEqualTo("Bonjour Paul,");
	}

	/** Sent back as it is, no line of it is a stranger to the journal. */
	@Test
	void theDemosJournalGoesOutWithoutABanner() {
		assertThat(visitor("claire.vasseur").open("/parcours/sources-fictif/journal.csv").body()).contains("Un café")
			.doesNotContain("onnées de démonstration");
	}

	private Visitor visitor(String who) {
		return new Visitor(this.mvc, this.accounts, who + "@demo.example");
	}

	private Map<String, Long> counts() {
		Map<String, Long> counts = new TreeMap<>();
		for (String table : this.jdbc.sql("""
				SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
				AND relname NOT LIKE 'spring_session%' AND relname NOT IN ('issued_file', 'bilan_share_opening')
				""").query(String.class).list()) {
			counts.put(table,
					this.jdbc.sql("SELECT coalesce(sum(hashtext(t::text)::bigint), 0) + count(*) FROM " + table + " t")
						.query(Long.class)
						.single());
		}
		return counts;
	}

}
