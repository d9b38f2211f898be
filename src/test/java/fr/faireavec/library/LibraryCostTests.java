package fr.faireavec.library;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a search of the library costs as it grows; asked for by name. */
@IntegrationTest
class LibraryCostTests {

	private static final int ROUNDS = 15;

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	/** Said as people do, the commonest first: each word is in fewer actions. */
	private static final String WORDS = """
			atelier usagers café accueil jardin cuisine repas réunion décision vélo recyclerie épicerie lecture parents
			bénévoles quartier budget règlement vote parole écoute potager composteur bricolage couture théâtre musique
			randonnée jeux numérique ordinateur téléphone mobilité covoiturage loyer énergie isolation chantier peinture
			vitrine étiquette menu dégustation marché livraison caisse inventaire planning tutorat compagnonnage mémoire
			portrait exposition podcast journal enquête questionnaire conseil comité charte signalétique traduction""";

	private static final Map<String, String> SEARCHES = searches();

	@Autowired
	private Cast cast;

	@Autowired
	private LibrarySearch library;

	@Autowired
	private JdbcClient jdbc;

	private static Map<String, String> searches() {
		Map<String, String> searches = new LinkedHashMap<>();
		searches.put("everything", "");
		searches.put("a common word", "atelier");
		searches.put("a rare word", "signalétique");
		searches.put("three words", "le café des usagers du quartier");
		searches.put("a typo", "recyclrie");
		searches.put("a word nobody says", "zygomatique");
		return searches;
	}

	@Test
	@Tag("bench")
	void whatASearchCosts() {
		this.cast.itIs(START.atTime(10, 0));
		Person ines = this.cast.person("Inès", "Carpentier");
		Parcours parcours = this.cast.parcours("Pays des Sources", START, this.cast.facilitator("Claire", "Vasseur"));
		Enrolment enrolment = this.cast.enrol(parcours, this.cast.structure("Recyclerie du Canal"));
		this.cast.flush();
		StringBuilder said = new StringBuilder(
				"| actions | " + String.join(" | ", SEARCHES.keySet()) + " |%n".formatted());
		said.append("|---".repeat(SEARCHES.size() + 1)).append("|%n".formatted());
		int there = 0;
		for (int actions : new int[] { 1_000, 10_000, 100_000 }) {
			share(enrolment, ines, there, actions);
			there = actions;
			said.append("| ").append(actions);
			for (String search : SEARCHES.values()) {
				said.append(" | %.1f".formatted(median(search)));
			}
			said.append(" |%n".formatted());
			assertThat(this.library.search("atelier", LibraryFilter.NONE, 1, 20).page().total())
				.isGreaterThan(actions / 20);
		}
		System.out.println(said);
	}

	private double median(String search) {
		List<Double> took = new ArrayList<>();
		for (int i = 0; i < ROUNDS + 2; i++) {
			long before = System.nanoTime();
			this.library.search(search, LibraryFilter.NONE, 1, 20);
			took.add((System.nanoTime() - before) / 1e6);
		}
		return took.subList(2, took.size()).stream().sorted().toList().get(ROUNDS / 2);
	}

	/** Four words of title, sixteen of description, eight of what was learnt. */
	private void share(Enrolment enrolment, Person person, int from, int to) {
		this.jdbc
			.sql("""
					WITH words AS (SELECT regexp_split_to_array(:words, '\\s+') AS w)
					INSERT INTO logged_action (id, version, enrolment_id, title, description, learning, state, starts_on, shared_library,
					                           written_by, logged_at, awaits_pilot)
					SELECT gen_random_uuid(), 0, :enrolment, initcap(t.said), d.said, l.said, 'DONE', '2026-10-01', true, :person,
					       timestamptz '2026-10-01' + n * interval '1 second', false
					FROM words, generate_series(:from + 1, :to) n,
					  LATERAL (SELECT string_agg(w[1 + floor(power(random(), 2) * array_length(w, 1))::int + (k + n) * 0], ' ') AS said
					           FROM generate_series(1, 4) k) t,
					  LATERAL (SELECT string_agg(w[1 + floor(power(random(), 2) * array_length(w, 1))::int + (k + n) * 0], ' ') AS said
					           FROM generate_series(1, 16) k) d,
					  LATERAL (SELECT string_agg(w[1 + floor(power(random(), 2) * array_length(w, 1))::int + (k + n) * 0], ' ') AS said
					           FROM generate_series(1, 8) k) l""")
			.param("words", WORDS)
			.param("enrolment", enrolment.getId())
			.param("person", person.getId())
			.param("from", from)
			.param("to", to)
			.update();
		this.jdbc.sql("ANALYZE logged_action").update();
		this.jdbc.sql("ANALYZE library_word").update();
	}

}
