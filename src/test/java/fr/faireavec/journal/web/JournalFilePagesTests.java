package fr.faireavec.journal.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Impersonation;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.journal.ActionDetails;
import fr.faireavec.journal.ActionDraft;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.ParcoursLife;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Sources;
import fr.faireavec.testing.Spreadsheet;
import org.dhatim.fastexcel.Worksheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * The journal goes out as a table and comes in again: what is said the same changes
 * nothing.
 */
@IntegrationTest
class JournalFilePagesTests {

	private static final List<String> STATES = List.of("IDEA", "PLANNED", "ONGOING", "DONE", "ABANDONED");

	/** What a spreadsheet, a separator or a reader might trip over. */
	private static final List<String> AWKWARD = List.of("=1+1", "+33 6", "-2", "- un point", "@toutes", "'=déjà gardé",
			"'apostrophe", "l’été d’Inès", "« guillemets »", "\"droits\"", "un \"mot\" ; deux", ";=cmd|'/c calc'!A1",
			"a,=b", "a|b | c", "tab\tici", "deux\nlignes", "trois\n\n=lignes\n- fin", "sep=;", "0012", "1e5",
			"01/02/2026", "2,50", "oui", "Non", "n. d.", "é e\u0301", "œuvre Æ ß", "espace\u00a0insécable\u202f!",
			"😀 👩‍👩‍👧", "עברית العربية", "\\ barre \\n", "<b>&amp;</b>", "${x} #{y} {0}", "%s", "NULL", "null", "ID",
			"Titre", "x".repeat(110));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ActionLogging logging;

	@Autowired
	private ParcoursLife life;

	@Autowired
	private JdbcClient jdbc;

	private Sources sources;

	@BeforeEach
	void twoStructures() {
		this.sources = Sources.of(this.cast);
	}

	@Test
	void aThousandActionsGoOutAndInAndNothingChanges() throws Exception {
		aThousand();
		String before = everything();
		byte[] file = export(this.sources.claire());
		String csv = new String(file, StandardCharsets.UTF_8);
		assertThat(csv).startsWith("\uFEFF\"Identifiant\";\"Version\"");
		assertThat(Spreadsheet.formulas(csv)).isEmpty();
		assertThat(Spreadsheet.rows(csv)).hasSize(1001);
		for (byte[] sent : List.of(file, workbook(csv), reread(csv, ',').getBytes(StandardCharsets.UTF_8),
				reread(csv, '\t').getBytes(StandardCharsets.UTF_16))) {
			Document page = page(send(this.sources.claire(), sent), 200);
			assertThat(page.select("main table").text()).isEmpty();
			assertThat(page.select("main h2").eachText()).contains("Rien à changer");
			assertThat(page.select("main .tag").eachText()).containsExactly("1\u202f000 inchangées");
			assertThat(page.select("main form")).isEmpty();
		}
		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void aChangedLineUpdatesANewOneCreatesARefusedOneStaysAside() throws Exception {
		LoggedAction cafe = log(this.sources.ines(), this.sources.canal(), "Un café");
		LoggedAction potager = log(this.sources.ines(), this.sources.canal(), "Un potager");
		List<List<String>> rows = rows(export(this.sources.ines()));
		set(rows, cafe, "Titre", "Un grand café");
		set(rows, cafe, "État", "réalisée");
		set(rows, cafe, "Début", "3/11/2026");
		set(rows, cafe, "Ce que nous avons appris", "Le goûter fait venir.\nVraiment.");
		set(rows, cafe, "Heures d’implication", "2 h 30");
		set(rows, cafe, "Heures bénévoles", "1,5");
		set(rows, potager, "État", "Réalisée");
		set(rows, potager, "Début", "32/11/2026");
		set(rows, potager, "Partagée avec la cohorte", "peut-être");
		add(rows, Map.of("Titre", "Une fête", "État", "Abandonnée", "Ce que nous avons appris", "Trop tôt",
				"D’ici au jour", "Jour 5"));
		add(rows, Map.of("Description", "sans titre"));
		Document page = page(send(this.sources.ines(), bytes(rows)), 200);
		assertThat(page.select("main .tags .tag").eachText()).containsExactly("1 action à noter", "1 action à modifier",
				"2 refusées");
		String said = page.select("main table").text();
		assertThat(said).contains("Un grand café", "« 32/11/2026 » ne se lit pas comme une date",
				"« peut-être » ne se lit pas", "Une fête");
		assertThat(titles()).as("nothing is written yet").containsExactly("Un café", "Un potager");
		assertThat(confirm(this.sources.ines(), page)).hasRedirectedUrl(address(""));
		assertThat(titles()).containsExactly("Un grand café", "Un potager", "Une fête");
		assertThat(row("Un grand café")).containsEntry("state", "DONE")
			.containsEntry("learning", "Le goûter fait venir.\nVraiment.")
			.containsEntry("starts_on", java.sql.Date.valueOf("2026-11-03"));
		assertThat(String.valueOf(row("Un grand café").get("contributed_hours"))).isEqualTo("2.50");
		assertThat(row("Un grand café").get("valued_amount")).as("priced as by its form").isNotNull();
		assertThat(row("Une fête")).containsEntry("state", "ABANDONED").containsEntry("awaits_pilot", false);
		assertThat(page(confirm(this.sources.ines(), page), 422).text()).contains("Cet envoi n’est plus là");
		assertThat(titles()).hasSize(3);
		assertThat(this.jdbc.sql("SELECT count(*) FROM audit_row WHERE what LIKE 'action.%' AND subject_id = :id")
			.param("id", cafe.getId())
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	@Test
	void whatChangedMeanwhileIsReadFirst() throws Exception {
		LoggedAction cafe = log(this.sources.ines(), this.sources.canal(), "Un café");
		List<List<String>> rows = rows(export(this.sources.ines()));
		Impersonation.as(this.sources.ines(), () -> this.logging.revise(this.sources.parcours().getId(), cafe.getId(),
				cafe.getVersion(), ActionDetails.titled("Un café noir")));
		this.cast.forget();
		set(rows, cafe, "Description", "Dans la cour");
		Document page = page(send(this.sources.ines(), bytes(rows)), 200);
		assertThat(page.select("main .warning").text()).contains("« Un café noir » (ligne 2) a été modifiée depuis");
		assertThat(page.select("main table del, main table ins").eachText()).containsExactly("Un café noir", "Un café",
				"Dans la cour");
		MvcTestResult unread = post(this.sources.ines(), "/import/confirmation",
				Map.of("draft", Set.of(page.select("[name=draft]").val())));
		assertThat(page(unread, 422).text()).contains("reste à lire");
		assertThat(titles()).containsExactly("Un café noir");
		Impersonation.as(this.sources.ines(), () -> this.logging.revise(this.sources.parcours().getId(), cafe.getId(),
				cafe.getVersion() + 1, ActionDetails.titled("Un café très noir")));
		this.cast.forget();
		Document again = page(confirm(this.sources.ines(), page), 422);
		assertThat(again.select("main .warning").text()).contains("« Un café très noir »");
		assertThat(confirm(this.sources.ines(), again)).hasStatus3xxRedirection();
		assertThat(row("Un café")).containsEntry("description", "Dans la cour");
	}

	@Test
	void aPilotSeesAndWritesHerOwn() throws Exception {
		log(this.sources.ines(), this.sources.canal(), "Un café");
		LoggedAction theirs = log(this.sources.hugo(), this.sources.cantine(), "Secret de cantine");
		assertThat(new String(export(this.sources.ines()), StandardCharsets.UTF_8)).contains("Un café")
			.doesNotContain("Secret", "Cantine");
		List<List<String>> rows = rows(export(this.sources.ines()));
		add(rows, Map.of("Identifiant", theirs.getId().toString(), "Titre", "Pris"));
		add(rows, Map.of("Titre", "Chez eux", "Structure", "Cantine Coop"));
		add(rows, Map.of("Identifiant", UUID.randomUUID().toString(), "Titre", "Nulle part"));
		add(rows, Map.of("Identifiant", "abc", "Titre", "Illisible"));
		Document page = page(send(this.sources.ines(), bytes(rows)), 200);
		assertThat(page.select("main .tags .tag").eachText()).containsExactly("1 inchangée", "4 refusées");
		assertThat(page.text()).contains("n’est celui d’aucune action que vous pouvez modifier",
				"« Cantine Coop » n’est pas une structure dont vous tenez le journal ici");
		assertThat(page.select("main form")).isEmpty();
		assertThat(titles()).containsExactly("Secret de cantine", "Un café");
	}

	@Test
	void theAnimationWritesForSeveralAndThePilotConfirms() throws Exception {
		log(this.sources.ines(), this.sources.canal(), "Un café");
		log(this.sources.hugo(), this.sources.cantine(), "Une table");
		List<List<String>> rows = rows(export(this.sources.claire()));
		assertThat(rows).hasSize(3);
		add(rows, Map.of("Titre", "Un atelier", "Structure", "cantine coop"));
		add(rows, Map.of("Titre", "De personne"));
		rows.add(new ArrayList<>(rows.get(1)));
		Document page = page(send(this.sources.claire(), bytes(rows)), 200);
		assertThat(page.text()).contains("Dites de quelle structure il s’agit", "déjà plus haut dans le fichier");
		assertThat(confirm(this.sources.claire(), page)).hasStatus3xxRedirection();
		assertThat(row("Un atelier")).containsEntry("awaits_pilot", true)
			.containsEntry("enrolment_id", this.sources.cantine().getId());
	}

	@Test
	void anyFileThatIsNoJournalIsRefusedWithWhy() throws Exception {
		Map<String, String> refusals = new HashMap<>(
				Map.of("", "Ce fichier est vide", "Nom;Ville\na;b", "Aucune colonne « Titre »", "Titre;Titre\na;b",
						"est là deux fois", "Titre;Thème\n", "que des en-têtes", "Titre\n\"ouvert", "guillemets"));
		refusals.forEach(
				(text, why) -> assertThat(refused(send(this.sources.ines(), text.getBytes(StandardCharsets.UTF_8))))
					.as(text)
					.contains(why));
		assertThat(
				refused(send(this.sources.ines(), ("Titre\n" + "x\n".repeat(2001)).getBytes(StandardCharsets.UTF_8))))
			.contains("on en lit");
		Document few = page(send(this.sources.ines(),
				"Mes actions\n;\ntitre;Humeur\nUne fête;bonne\n".getBytes(StandardCharsets.UTF_8)), 200);
		assertThat(few.text()).contains("1 action à noter", "Humeur");
	}

	@Test
	void aClosedJournalOnlyGoesOut() throws Exception {
		log(this.sources.ines(), this.sources.canal(), "Un café");
		Impersonation.as(this.sources.claire(),
				() -> this.life.cancel(this.sources.parcours().getId(), this.sources.parcours().getVersion(), "Fin"));
		this.cast.forget();
		assertThat(page(get(this.sources.claire(), "/import"), 200).select("main form")).isEmpty();
		assertThat(new String(export(this.sources.claire()), StandardCharsets.UTF_8)).contains("Un café");
		assertThat(refused(send(this.sources.claire(), export(this.sources.claire())))).contains("ne se modifie plus");
	}

	private void aThousand() {
		UUID theme = entry("THEME");
		List<UUID> entries = List.of(entry("LEVER"), entry("EFFECT"), entry("ROLE"), entry("SERVICE_USER"),
				entry("RECOGNITION"));
		for (int i = 0; i < 1000; i++) {
			String odd = AWKWARD.get(i % AWKWARD.size());
			UUID id = Ids.next();
			this.jdbc
				.sql("""
						INSERT INTO logged_action (id, version, enrolment_id, title, description, state, theme_id, starts_on, ends_on,
						  people_reached, people_involved, contributed_hours, volunteer_hours, learning, kept_on, shared_cohort,
						  shared_bilan, written_by, logged_at, awaits_pilot, own_theme, own_lever)
						VALUES (:id, :version, :enrolment, :title, :text, :state, :theme, '2026-10-05', '2026-10-06', 12, 3, 2.5, 0.25,
						  :text, :kept, :shared, false, :by, now(), false,
						  :own, :own)""")
				.param("id", id)
				.param("version", i % 7)
				.param("enrolment", ((i % 2 == 0) ? this.sources.canal() : this.sources.cantine()).getId())
				.param("title", odd.replace('\n', ' ').replace('\t', ' '))
				.param("text", odd + "\n" + AWKWARD.get((i * 7 + 3) % AWKWARD.size()))
				.param("state", STATES.get(i % STATES.size()))
				.param("theme", (i % 3 == 0) ? theme : null)
				.param("kept", (i % 4 == 0) ? "TROP_TOT" : null)
				.param("shared", i % 5 == 0)
				.param("own",
						(i % 3 == 1) ? CleanText.line(odd).substring(0, Math.min(80, CleanText.line(odd).length()))
								: "")
				.param("by", this.sources.ines().getId())
				.update();
			this.jdbc.sql("INSERT INTO action_entry (action_id, entry_id) VALUES (:id, :entry)")
				.param("id", id)
				.param("entry", entries.get(i % entries.size()))
				.update();
		}
		this.cast.forget();
	}

	private UUID entry(String taxonomy) {
		return this.jdbc.sql("""
				SELECT e.id FROM taxonomy_entry e WHERE e.taxonomy = :taxonomy AND e.retired_on IS NULL
				ORDER BY e.rank LIMIT 1""").param("taxonomy", taxonomy).query(UUID.class).single();
	}

	private String everything() {
		return String.valueOf(this.jdbc.sql("SELECT * FROM logged_action ORDER BY id").query().listOfRows())
				+ this.jdbc.sql("SELECT * FROM action_entry ORDER BY 1, 2").query().listOfRows();
	}

	/** As a spreadsheet would save it: a workbook, one cell a cell. */
	private static byte[] workbook(String csv) {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (org.dhatim.fastexcel.Workbook made = new org.dhatim.fastexcel.Workbook(file, "Tests", "1.0")) {
			Worksheet sheet = made.newWorksheet("Journal");
			List<List<String>> rows = Spreadsheet.rows(csv);
			for (int row = 0; row < rows.size(); row++) {
				for (int cell = 0; cell < rows.get(row).size(); cell++) {
					sheet.value(row, cell, rows.get(row).get(cell));
				}
			}
		}
		catch (IOException unwritten) {
			throw new UncheckedIOException(unwritten);
		}
		return file.toByteArray();
	}

	/** The same saved with another separator. */
	private static String reread(String csv, char separator) {
		return text(Spreadsheet.rows(csv), separator);
	}

	private static String text(List<List<String>> rows, char separator) {
		return rows.stream()
			.map((row) -> row.stream()
				.map((cell) -> "\"" + cell.replace("\"", "\"\"") + "\"")
				.collect(Collectors.joining(String.valueOf(separator))))
			.collect(Collectors.joining("\r\n"));
	}

	private static byte[] bytes(List<List<String>> rows) {
		return text(rows, ';').getBytes(StandardCharsets.UTF_8);
	}

	private static List<List<String>> rows(byte[] file) {
		return Spreadsheet.rows(new String(file, StandardCharsets.UTF_8))
			.stream()
			.<List<String>>map(ArrayList::new)
			.collect(Collectors.toCollection(ArrayList::new));
	}

	private static void set(List<List<String>> rows, LoggedAction action, String heading, String value) {
		rows.stream()
			.filter((row) -> row.getFirst().equals(action.getId().toString()))
			.findFirst()
			.orElseThrow()
			.set(rows.getFirst().indexOf(heading), value);
	}

	private static void add(List<List<String>> rows, Map<String, String> said) {
		String[] row = new String[rows.getFirst().size()];
		Arrays.fill(row, "");
		said.forEach((heading, value) -> row[rows.getFirst().indexOf(heading)] = value);
		rows.add(new ArrayList<>(List.of(row)));
	}

	private LoggedAction log(Person person, Enrolment enrolment, String title) {
		AtomicReference<LoggedAction> logged = new AtomicReference<>();
		Impersonation.as(person, () -> logged.set(this.logging.log(Ids.next(), this.sources.parcours().getId(),
				enrolment.getId(), ActionDraft.titled(title))));
		this.cast.forget();
		return logged.get();
	}

	private List<String> titles() {
		this.cast.forget();
		return this.jdbc.sql("SELECT title FROM logged_action ORDER BY title").query(String.class).list();
	}

	private Map<String, Object> row(String title) {
		this.cast.forget();
		return this.jdbc.sql("SELECT * FROM logged_action WHERE title = :title")
			.param("title", title)
			.query()
			.singleRow();
	}

	private String address(String path) {
		return "/parcours/" + this.sources.parcours().getSlug() + "/journal" + path;
	}

	private byte[] export(Person person) {
		MvcTestResult file = get(person, ".csv");
		assertThat(file).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
		return file.getResponse().getContentAsByteArray();
	}

	private MvcTestResult get(Person person, String path) {
		this.cast.forget();
		return this.mvc.get().uri(address(path)).with(this.cast.as(person)).exchange();
	}

	private MvcTestResult send(Person person, byte[] content) {
		this.cast.forget();
		String name = (content.length > 2 && content[0] == 'P' && content[1] == 'K') ? "journal.xlsx" : "journal.csv";
		return this.mvc.post()
			.uri(address("/import"))
			.multipart()
			.file(new MockMultipartFile("file", name, "text/csv", content))
			.with(csrf())
			.with(this.cast.as(person))
			.exchange();
	}

	private MvcTestResult confirm(Person person, Document page) {
		return post(person, "/import/confirmation", Map.of("draft", Set.of(page.select("[name=draft]").val()),
				"accepted", Set.copyOf(page.select("[name=accepted]").eachAttr("value"))));
	}

	private MvcTestResult post(Person person, String path, Map<String, Set<String>> typed) {
		this.cast.forget();
		var request = this.mvc.post().uri(address(path)).with(this.cast.as(person)).with(csrf());
		typed.forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
		return request.exchange();
	}

	private static String refused(MvcTestResult answer) {
		try {
			return page(answer, 422).select("main .summary, main .error").text();
		}
		catch (UnsupportedEncodingException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static Document page(MvcTestResult answer, int status) throws UnsupportedEncodingException {
		assertThat(answer).hasStatus(status);
		return Jsoup.parse(answer.getResponse().getContentAsString());
	}

}
