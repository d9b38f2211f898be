package fr.faireavec.library.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.Ids;
import fr.faireavec.library.LibraryFilter;
import fr.faireavec.library.LibraryRow;
import fr.faireavec.library.LibrarySearch;
import fr.faireavec.mail.Envelope;
import fr.faireavec.mail.Letter;
import fr.faireavec.mail.LetterKind;
import fr.faireavec.kernel.Zones;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The library: what is found, what is never told, and what is taken up. */
@IntegrationTest
class LibraryPagesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	/** Title | description | learning of what is looked for among the others. */
	private static final List<String> SHARED = List.of(
			"Un café des idées | Chaque mois, l’équipe ouvre la salle aux habitués. | Le jeudi soir marche mieux.",
			"La recyclerie s’ouvre aux bénévoles | On trie et on répare ensemble. | Former deux référentes d’abord.",
			"Atelier vélo du samedi | Réparer soi-même, à plusieurs. | Les outils doivent être étiquetés.",
			"Un jardin partagé derrière l’église | Des parcelles tirées au sort. | L’arrosage se décide ensemble.",
			"Le budget des usagers | Mille euros à répartir par un vote. | Le vote à main levée intimide.",
			"Une enquête à l’antenne | Nos auditeurs posent leurs questions. | Raconter plaît plus qu’un questionnaire.",
			"Goûter des œuvres de quartier | Une expo et des gâteaux. | Prévoir des chaises.",
			"Comité des menus | Les convives choisissent les plats végétariens. | Goûter avant de voter.",
			"Aujourd’hui, c’est vous qui décidez | Une assemblée d’été. | L’ordre du jour se fait la veille.",
			"Parrainage entre voisines et voisins | Accueillir qui arrive. | Le premier mois compte double.",
			"Bibliothèque d’objets | Prêter la perceuse plutôt que l’acheter. | Un cahier suffit.",
			"Cinq minutes pour râler | Un mur d’expression à l’entrée. | Répondre chaque semaine, même « non ».",
			"Le chantier participatif de la cuisine | Peindre, poser, fêter. | Un chef de chantier par jour.",
			"Couture solidaire | Repriser au lieu de jeter. | Les machines tombent en panne.",
			"Une ambassade dans chaque immeuble | Des habitantes parlent de nous. | Les former à dire non.",
			"Troc de graines et de plants | Échanger au printemps. | Afficher les variétés.",
			"Covoiturage pour venir au conseil | Lever un frein. | Rembourser les kilomètres.",
			"Théâtre-forum sur l’accueil | Rejouer une arrivée ratée. | On rit, puis on change l’affichage.");

	/** What a reader types | the title they expect first. */
	private static final List<String> QUERIES = List.of("café | Un café des idées", "cafe | Un café des idées",
			"CAFÉ | Un café des idées", "cafés | Un café des idées", "idee | Un café des idées",
			"café des idées | Un café des idées", "l'équipe | Un café des idées", "l’equipe | Un café des idées",
			"equipes | Un café des idées", "habitué | Un café des idées",
			"recyclerie | La recyclerie s’ouvre aux bénévoles", "recycleries | La recyclerie s’ouvre aux bénévoles",
			"recyclrie | La recyclerie s’ouvre aux bénévoles", "reciclerie | La recyclerie s’ouvre aux bénévoles",
			"recycleries bénévoles | La recyclerie s’ouvre aux bénévoles",
			"Recycl | La recyclerie s’ouvre aux bénévoles", "benevole | La recyclerie s’ouvre aux bénévoles",
			"bénevolles | La recyclerie s’ouvre aux bénévoles", "velo | Atelier vélo du samedi",
			"VÉLOS | Atelier vélo du samedi", "atelier velo | Atelier vélo du samedi",
			"atleier vélo | Atelier vélo du samedi", "reparer outil | Atelier vélo du samedi",
			"jardin | Un jardin partagé derrière l’église", "jardins partagés | Un jardin partagé derrière l’église",
			"jardn | Un jardin partagé derrière l’église", "eglise | Un jardin partagé derrière l’église",
			"parcelle | Un jardin partagé derrière l’église", "d'arrosage | Un jardin partagé derrière l’église",
			"budget | Le budget des usagers", "budjet | Le budget des usagers",
			"voter mille euros | Le budget des usagers", "enquêtes | Une enquête à l’antenne",
			"enquette | Une enquête à l’antenne", "auditeur | Une enquête à l’antenne",
			"oeuvre | Goûter des œuvres de quartier", "œuvres | Goûter des œuvres de quartier",
			"gateaux | Goûter des œuvres de quartier", "gâteau | Goûter des œuvres de quartier",
			"menu végétarien | Comité des menus", "convive | Comité des menus",
			"aujourd'hui | Aujourd’hui, c’est vous qui décidez", "assemblee ete | Aujourd’hui, c’est vous qui décidez",
			"parainage | Parrainage entre voisines et voisins", "voisine | Parrainage entre voisines et voisins",
			"bibliotèque d'objet | Bibliothèque d’objets", "perceuses | Bibliothèque d’objets",
			"chantiers participatifs | Le chantier participatif de la cuisine", "coutre | Couture solidaire",
			"imeubles | Une ambassade dans chaque immeuble", "graine | Troc de graines et de plants",
			"co-voiturage | Covoiturage pour venir au conseil", "theatre forum | Théâtre-forum sur l’accueil",
			"  ACCUEIL,  théâtre !  | Théâtre-forum sur l’accueil");

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private LibrarySearch library;

	@Autowired
	private List<LetterKind> kinds;

	@Autowired
	private JdbcClient jdbc;

	private Person claire;

	private Person ines;

	private Person hugo;

	private Parcours parcours;

	private Enrolment canal;

	private Enrolment cantine;

	@BeforeEach
	void twoParcours() {
		this.cast.itIs(LocalDateTime.of(2026, 11, 20, 10, 0));
		this.claire = this.cast.facilitator("Claire", "Vasseur");
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.parcours = this.cast.parcours("Pays des Sources", START, this.claire);
		Parcours other = this.cast.parcours("Trois Rivières", START, this.claire);
		this.canal = this.cast.enrol(this.parcours, this.cast.structure("Ressourcerie du Zinzolin"));
		this.cantine = this.cast.enrol(other, this.cast.structure("Cantine Coop"));
		this.cast.pilot(this.canal, this.ines, START);
		this.cast.pilot(this.cantine, this.hugo, START);
		this.cast.forget();
	}

	@Test
	void fiftyQueriesFindWhatAReaderExpects() {
		seed();
		Map<String, String> missed = new LinkedHashMap<>();
		for (String line : QUERIES) {
			String query = line.substring(0, line.lastIndexOf(" | "));
			String expected = line.substring(line.lastIndexOf(" | ") + 3);
			List<String> found = titles(query, LibraryFilter.NONE);
			if (found.isEmpty() || !found.getFirst().equals(expected)) {
				missed.put(query, expected + " but " + found.stream().limit(3).toList());
			}
		}
		assertThat(missed).isEmpty();
		assertThat(QUERIES).hasSizeGreaterThanOrEqualTo(50);
		assertThat(titles("zygomatique", LibraryFilter.NONE)).isEmpty();
		assertThat(titles("de la", LibraryFilter.NONE)).hasSize(20);
		assertThat(titles("'; DROP & | ! <-> :* ( \\ %", LibraryFilter.NONE)).isEmpty();
		assertThat(titles("budget | participatif:* & !vote", LibraryFilter.NONE)).contains("Le budget des usagers");
	}

	@Test
	void aForgivenTypoIsSaidAndSoIsWhatNothingSays() {
		seed();
		Document page = page(this.hugo, "?q=recyclrie+zygomatique");
		assertThat(page.select("main [role=status] p").eachText()).containsExactly(
				"Rien ne dit « recyclrie » : voici ce qui dit « recyclerie », le mot le plus proche.",
				"Rien ne dit « zygomatique ».");
		assertThat(page.select(".journal-card h3").eachText()).containsExactly("La recyclerie s’ouvre aux bénévoles");
		assertThat(page(this.hugo, "?q=recyclerie+v%C3%A9lo").select("[role=status]").text())
			.contains("Aucune action ne dit tous ces mots");
		assertThat(page(this.hugo, "?q=zygomatique").text()).contains("Aucune action ne correspond", "Tout voir");
		assertThat(page(this.hugo, "?q=caf%C3%A9").select("main [role=status]")).isEmpty();
	}

	/** Words go with what says them: what is withdrawn is neither found nor guessed. */
	@Test
	void whatIsWithdrawnLeavesNoWord() {
		UUID id = insert(this.canal, "Un essai de zinzinuler", "", "", false);
		assertThat(titles("zinzinulr", LibraryFilter.NONE)).containsExactly("Un essai de zinzinuler");
		this.jdbc.sql("UPDATE logged_action SET shared_library = false WHERE id = :id").param("id", id).update();
		assertThat(titles("zinzinuler", LibraryFilter.NONE)).isEmpty();
		assertThat(this.jdbc.sql("SELECT count(*) FROM library_word").query(Integer.class).single()).isZero();
	}

	@Test
	void pagesFollowOneAnotherInStableOrderAndConstantStatements() {
		seed();
		List<String> read = new ArrayList<>();
		for (int number = 1; number <= 16; number++) {
			this.library.search("atelier", LibraryFilter.NONE, number, 20)
				.page()
				.items()
				.forEach((row) -> read.add(row.libraryId().toString()));
		}
		assertThat(read).hasSize(301).doesNotHaveDuplicates();
		assertThat(this.library.search("atelier", LibraryFilter.NONE, 5000, 20).page().number()).isEqualTo(16);
		Document page = page(this.hugo, "?q=atelier&page=2");
		assertThat(page.select(".pagination a").eachAttr("href")).anyMatch((href) -> href.contains("q=atelier"));
		assertThat(get(this.hugo, "?q=a&theme=abc&forme=RIEN&page=-3")).hasStatus(200);
		assertThat(page(this.hugo, "?q=" + "mot%20".repeat(400)).select("h1")).hasSize(1);
	}

	@Test
	void whatIsFoundIsFiltered() {
		insert(this.canal, "Un essai", "", "", false);
		insert(this.cantine, "Un autre essai", "", "", false);
		UUID theme = entry("THEME");
		UUID level = entry("LEVEL");
		UUID lever = entry("LEVER");
		this.jdbc.sql("UPDATE logged_action SET theme_id = :theme, level_id = :level WHERE title = 'Un essai'")
			.param("theme", theme)
			.param("level", level)
			.update();
		this.jdbc.sql("INSERT INTO action_entry SELECT id, :lever FROM logged_action WHERE title = 'Un essai'")
			.param("lever", lever)
			.update();
		this.jdbc.sql("UPDATE enrolment SET legal_form_then = 'SCIC', departement_then = '62' WHERE id = :id")
			.param("id", this.canal.getId())
			.update();
		for (String filter : List.of("theme=" + theme, "niveau=" + level, "levier=" + lever, "forme=SCIC",
				"departement=62")) {
			assertThat(page(this.hugo, "?q=essai&" + filter).select(".journal-card h3").eachText()).as(filter)
				.containsExactly("Un essai");
		}
		assertThat(page(this.hugo, "?departement=2A").text()).contains("Aucune action ne correspond");
		String label = this.jdbc.sql("SELECT label FROM taxonomy_entry WHERE id = :id")
			.param("id", lever)
			.query(String.class)
			.single();
		assertThat(titles(label, LibraryFilter.NONE)).containsExactly("Un essai");
	}

	/** Nothing that leaves the library says who, unless they agreed to their name. */
	@Test
	void whoWishesNoNameIsNamedNowhere() throws Exception {
		this.jdbc.sql("UPDATE structure SET commune = 'Zinzolinville', departement = '62' WHERE id = :id")
			.param("id", this.canal.getStructure().getId())
			.update();
		UUID hidden = insert(this.canal, "Un essai discret", "Une table ouverte.", "Le jeudi.", false);
		UUID named = insert(this.cantine, "Un essai signé", "Une table ouverte.", "Le lundi.", true);
		List<String> told = new ArrayList<>();
		for (String query : List.of("", "?q=essai", "?q=table%20ouverte", "?q=discret", "?q=discrt",
				"?forme=ASSOCIATION")) {
			told.add(body(get(this.hugo, query)));
			told.add(body(get(this.claire, query)));
		}
		told.add(body(get(this.hugo, "/" + address(hidden))));
		for (String body : told) {
			assertThat(body).doesNotContain("Zinzolin", "zinzolin", "Carpentier", "Inès", hidden.toString(),
					this.canal.getId().toString(), "pays-des-sources", "Pays des Sources");
		}
		assertThat(told.getFirst()).contains("Partagée sans nom", "Cantine Coop");
		for (String name : List.of("Zinzolin", "Ressourcerie", "zinzolinville", "Carpentier", "Zinzolim")) {
			assertThat(titles(name, LibraryFilter.NONE)).as(name).isEmpty();
		}
		assertThat(titles("cantine", LibraryFilter.NONE)).containsExactly("Un essai signé");
		assertThat(body(get(this.ines, "/" + address(named)))).contains("Cantine Coop")
			.doesNotContain("Hugo", "Lemaire");
	}

	@Test
	void onlyWhatIsSharedConfirmedAndBegunIsThere() {
		UUID idea = insert(this.canal, "Un essai", "", "", false);
		for (String not : List.of("shared_library = false", "awaits_pilot = true", "state = 'IDEA'",
				"state = 'PLANNED'")) {
			this.jdbc.sql("UPDATE logged_action SET " + not + " WHERE id = :id").param("id", idea).update();
			assertThat(get(this.hugo, "/" + address(idea))).as(not).hasStatus(404);
			assertThat(titles("essai", LibraryFilter.NONE)).as(not).isEmpty();
			this.jdbc
				.sql("UPDATE logged_action SET shared_library = true, awaits_pilot = false, state = 'ONGOING' "
						+ "WHERE id = :id")
				.param("id", idea)
				.update();
		}
		assertThat(get(this.hugo, "/" + address(idea))).hasStatus(200);
		assertThat(get(this.hugo, "/" + idea)).hasStatus(404);
		assertThat(get(this.cast.person("Hélène", "Martel"), "")).hasStatus(404);
	}

	@Test
	void whatIsTakenUpIsPlannedRemembersAndIsToldOnce() throws Exception {
		UUID shared = insert(this.canal, "Un essai", "Une table ouverte.", "Le jeudi.", false);
		this.jdbc.sql("UPDATE logged_action SET library_news = true WHERE id = :id").param("id", shared).update();
		String address = "/" + address(shared);
		Document page = page(this.hugo, address);
		assertThat(page.select("main form button").text()).isEqualTo("Essayer chez nous");
		assertThat(page(this.ines, address).select("main form")).isEmpty();
		assertThat(page(this.ines, address).text()).contains("C’est une action de votre structure");
		assertThat(page(this.claire, address).select("main form")).isEmpty();
		String key = page.select("[name=key]").val();
		String mine = "";
		for (int i = 0; i < 2; i++) {
			MvcTestResult planned = post(this.hugo, address + "/essai", Map.of("key", key));
			assertThat(planned).hasStatus(302);
			String now = String.valueOf(planned.getResponse().getRedirectedUrl());
			assertThat(mine.isEmpty() ? now : mine).isEqualTo(now);
			mine = now;
		}
		Document planned = new Pages(this.mvc, this.cast).read(mine, this.hugo);
		assertThat(planned.text()).contains("Un essai", "Prévue", "Reprise de : Un essai", "partagée sans nom")
			.doesNotContain("Zinzolin");
		assertThat(page(this.hugo, address).text()).contains("essayée par 1 autre structure");
		List<UUID> told = this.jdbc.sql("SELECT recipient_id FROM letter WHERE kind = 'library.takenUp'")
			.query((row, n) -> row.getObject("recipient_id", UUID.class))
			.list();
		assertThat(told).containsExactly(this.ines.getId());
		LetterKind kind = this.kinds.stream()
			.filter((one) -> one.name().equals("library.takenUp"))
			.findFirst()
			.orElseThrow();
		Envelope envelope = new Envelope(Ids.next(), this.ines.getId(), "Inès", "ines@demo.example", shared, null,
				START.atStartOfDay(Zones.PARIS).toInstant());
		assertThat(kind.stillDue(envelope)).isTrue();
		Letter letter = kind.render(envelope);
		assertThat(letter.toString()).contains("Un essai").doesNotContain("Cantine", "Hugo");
		this.jdbc.sql("UPDATE logged_action SET shared_library = false, library_news = false WHERE id = :id")
			.param("id", shared)
			.update();
		assertThat(kind.stillDue(envelope)).isFalse();
		assertThat(new Pages(this.mvc, this.cast).read(mine, this.hugo).text())
			.contains("n’est plus dans la bibliothèque");
		assertThat(post(this.hugo, address + "/essai", Map.of("key", Ids.next().toString()))).hasStatus(404);
	}

	/** Whoever stands for two structures says for which. */
	@Test
	void whoStandsForSeveralSaysForWhich() throws Exception {
		Enrolment second = this.cast.enrol(this.parcours, this.cast.structure("Garage Entraide"));
		this.cast.copilot(second, this.hugo, START);
		String address = "/" + address(insert(this.canal, "Un essai", "", "", false));
		MvcTestResult unsaid = post(this.hugo, address + "/essai", Map.of("key", Ids.next().toString()));
		assertThat(unsaid).hasStatus(422);
		assertThat(Pages.document(unsaid).select("#enrolment-error").text())
			.contains("Choisissez pour quelle structure");
		assertThat(post(this.hugo, address + "/essai",
				Map.of("key", Ids.next().toString(), "enrolment", second.getId().toString())))
			.hasStatus(302);
	}

	private List<String> titles(String query, LibraryFilter filter) {
		return this.library.search(query, filter, 1, 20).page().items().stream().map(LibraryRow::title).toList();
	}

	/** What is looked for, among three hundred others. */
	private void seed() {
		for (int i = 0; i < SHARED.size(); i++) {
			String[] said = SHARED.get(i).split(" \\| ", -1);
			insert((i % 2 == 0) ? this.canal : this.cantine, said[0], said[1], said[2], false);
		}
		this.jdbc
			.sql("""
					INSERT INTO logged_action (id, version, enrolment_id, title, description, state, shared_library, written_by,
					                           logged_at, awaits_pilot)
					SELECT gen_random_uuid(), 0, :enrolment, 'Atelier numéro ' || n, 'Une rencontre ordinaire ' || n, 'ONGOING',
					       true, :person, timestamptz '2026-10-01' + n * interval '1 minute', false
					FROM generate_series(1, 300) n""")
			.param("enrolment", this.canal.getId())
			.param("person", this.ines.getId())
			.update();
		this.jdbc.sql("ANALYZE logged_action").update();
	}

	private UUID insert(Enrolment enrolment, String title, String description, String learning, boolean named) {
		UUID id = Ids.next();
		this.jdbc
			.sql("""
					INSERT INTO logged_action (id, version, enrolment_id, title, description, learning, state, shared_library,
					                           library_named, written_by, logged_at, awaits_pilot)
					VALUES (:id, 0, :enrolment, :title, :description, :learning, 'ONGOING', true, :named, :person,
					        '2026-11-01', false)""")
			.param("id", id)
			.param("enrolment", enrolment.getId())
			.param("title", title)
			.param("description", description)
			.param("learning", learning)
			.param("named", named)
			.param("person", (enrolment.equals(this.canal) ? this.ines : this.hugo).getId())
			.update();
		return id;
	}

	private UUID entry(String taxonomy) {
		return this.jdbc.sql("SELECT id FROM taxonomy_entry WHERE taxonomy = :taxonomy ORDER BY rank, id LIMIT 1")
			.param("taxonomy", taxonomy)
			.query((row, n) -> row.getObject("id", UUID.class))
			.single();
	}

	private String address(UUID actionId) {
		return this.jdbc.sql("SELECT library_id FROM logged_action WHERE id = :id")
			.param("id", actionId)
			.query(String.class)
			.single();
	}

	private MvcTestResult get(Person person, String path) {
		this.cast.forget();
		return this.mvc.get().uri("/bibliotheque" + path).with(this.cast.as(person)).exchange();
	}

	private Document page(Person person, String path) {
		this.cast.forget();
		return new Pages(this.mvc, this.cast).read("/bibliotheque" + path, person);
	}

	private MvcTestResult post(Person person, String path, Map<String, String> form) {
		var request = this.mvc.post().uri("/bibliotheque" + path).with(this.cast.as(person)).with(csrf());
		form.forEach(request::param);
		this.cast.forget();
		return request.exchange();
	}

	private static String body(MvcTestResult result) {
		return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
