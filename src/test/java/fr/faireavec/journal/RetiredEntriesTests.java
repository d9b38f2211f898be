package fr.faireavec.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Enrolments;
import fr.faireavec.kernel.Ids;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.taxonomies.ListKeeping;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An entry retired from its list stays wherever it was chosen, and can be kept there;
 * nobody chooses it anew, whatever a form sends.
 */
@IntegrationTest
class RetiredEntriesTests {

	private static final LocalDate START = LocalDate.of(2026, 9, 1);

	/** The field of an action's form for each list it chooses from. */
	private static final Map<Taxonomy, String> FIELDS = new EnumMap<>(Map.of(Taxonomy.THEME, "theme", Taxonomy.LEVEL,
			"level", Taxonomy.LEVER, "levers", Taxonomy.INSTRUMENT, "instrument", Taxonomy.SERVICE_USER, "serviceUsers",
			Taxonomy.ROLE, "roles", Taxonomy.RECOGNITION, "recognitions", Taxonomy.EFFECT, "effects"));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private ActionVocabulary vocabulary;

	@Autowired
	private LoggedActions actions;

	@Autowired
	private Enrolments enrolments;

	@Autowired
	private ListKeeping lists;

	private Pages pages;

	private Person ines;

	private Person hugo;

	private Parcours parcours;

	private Enrolment recyclerie;

	private Enrolment cantine;

	@BeforeEach
	void twoStructures() {
		this.cast.itIs(START.plusDays(20).atTime(9, 0));
		this.pages = new Pages(this.mvc, this.cast);
		this.parcours = this.cast.parcours("Sources", START, this.cast.facilitator("Claire", "Vasseur"));
		this.recyclerie = this.cast.enrol(this.parcours, this.cast.structure("Recyclerie du Canal"));
		this.cantine = this.cast.enrol(this.parcours, this.cast.structure("Cantine Coop"));
		this.ines = this.cast.person("Inès", "Carpentier");
		this.hugo = this.cast.person("Hugo", "Lemaire");
		this.cast.pilot(this.recyclerie, this.ines, START);
		this.cast.pilot(this.cantine, this.hugo, START);
		this.cast.flush();
	}

	@Test
	void anActionKeepsWhatIsRetiredAndNoOtherTakesIt() {
		Map<Taxonomy, TaxonomyEntry> first = each(0);
		String held = log("Une action d’avant");
		String other = log("Une autre");
		assertThat(save(held, all(first))).hasStatus3xxRedirection();
		first.forEach((taxonomy, entry) -> this.lists.retire(taxonomy, entry.getId()));
		this.cast.forget();

		Document blank = this.pages.read(other + "/modifier", this.ines);
		Document again = this.pages.read(held + "/modifier", this.ines);
		first.forEach((taxonomy, entry) -> {
			String field = FIELDS.get(taxonomy);
			assertThat(blank.select("[value=" + entry.getId() + "]")).as("offered anew as " + field).isEmpty();
			assertThat(again.select("[value=" + entry.getId() + "]")).as("kept as " + field)
				.anyMatch((choice) -> choice.hasAttr("selected") || choice.hasAttr("checked"));
			MvcTestResult taken = save(other, Map.of(field, entry.getId().toString()));
			assertThat(taken).as("taken as " + field).hasStatus(422);
			assertThat(Pages.document(taken).select("#" + field + "-error").text()).as("said beside " + field)
				.isNotEmpty();
		});
		assertThat(ids(other)).isEmpty();

		assertThat(save(held, all(first))).as("saved again as it is").hasStatus3xxRedirection();
		assertThat(ids(held))
			.containsExactlyInAnyOrderElementsOf(first.values().stream().map(TaxonomyEntry::getId).toList());

		Map<Taxonomy, TaxonomyEntry> second = each(0);
		assertThat(second.values()).doesNotContainAnyElementsOf(first.values());
		assertThat(save(held, all(second))).as("something else chosen").hasStatus3xxRedirection();
		assertThat(save(held, all(first))).as("and back").hasStatus(422);
		Document left = this.pages.read(held + "/modifier", this.ines);
		first.values()
			.forEach(
					(entry) -> assertThat(left.select("[value=" + entry.getId() + "]")).as(entry.getLabel()).isEmpty());
	}

	@Test
	void noNewActionIsOfARetiredTheme() {
		TaxonomyEntry theme = Objects.requireNonNull(each(0).get(Taxonomy.THEME));
		this.lists.retire(Taxonomy.THEME, theme.getId());
		this.cast.forget();
		String page = address() + "/journal/nouvelle-action";
		assertThat(this.pages.read(page, this.ines).select("[value=" + theme.getId() + "]")).isEmpty();
		MvcTestResult sent = this.pages.post(page, this.ines, "key", Ids.next().toString(), "title", "Nouvelle",
				"theme", theme.getId().toString());
		assertThat(sent).hasStatus(422);
		assertThat(Pages.document(sent).select("#theme-error").text()).isNotEmpty();
		assertThat(this.actions.findAll()).isEmpty();
	}

	@Test
	void aStructureKeepsTheRetiredLevelItAimsAtAndNoOtherTakesIt() {
		List<TaxonomyEntry> scale = this.vocabulary.of(this.parcours.getId()).of(Taxonomy.LEVEL);
		TaxonomyEntry gone = scale.get(2);
		TaxonomyEntry stays = scale.get(3);
		assertThat(aim(this.ines, this.recyclerie, gone)).hasStatus3xxRedirection();
		this.lists.retire(Taxonomy.LEVEL, gone.getId());
		this.cast.forget();

		String chosen = "[value=" + gone.getId() + "]";
		assertThat(this.pages.read(aims(this.cantine), this.hugo).select(chosen)).isEmpty();
		MvcTestResult taken = aim(this.hugo, this.cantine, gone, stays);
		assertThat(taken).hasStatus(422);
		assertThat(Pages.document(taken).select("#levels-error").text()).isNotEmpty();
		assertThat(aimed(this.cantine)).isEmpty();

		assertThat(this.pages.read(aims(this.recyclerie), this.ines).select(chosen + "[checked]")).hasSize(1);
		assertThat(aim(this.ines, this.recyclerie, gone, stays)).as("kept beside another").hasStatus3xxRedirection();
		assertThat(aimed(this.recyclerie)).containsExactlyInAnyOrder(gone.getId(), stays.getId());
		assertThat(aim(this.ines, this.recyclerie, stays)).hasStatus3xxRedirection();
		assertThat(this.pages.read(aims(this.recyclerie), this.ines).select(chosen)).as("once left").isEmpty();
		assertThat(aim(this.ines, this.recyclerie, gone)).as("and back").hasStatus(422);
		assertThat(aimed(this.recyclerie)).containsExactly(stays.getId());
	}

	/** The entry of this place in each list, of those that are offered. */
	private Map<Taxonomy, TaxonomyEntry> each(int place) {
		ActionChoices choices = this.vocabulary.of(this.parcours.getId());
		Map<Taxonomy, TaxonomyEntry> each = new EnumMap<>(Taxonomy.class);
		FIELDS.keySet().forEach((taxonomy) -> each.put(taxonomy, choices.of(taxonomy).get(place)));
		return each;
	}

	private static Map<String, String> all(Map<Taxonomy, TaxonomyEntry> chosen) {
		Map<String, String> fields = new LinkedHashMap<>();
		chosen.forEach((taxonomy, entry) -> fields.put(FIELDS.get(taxonomy), entry.getId().toString()));
		return fields;
	}

	private String log(String title) {
		MvcTestResult logged = this.pages.post(address() + "/journal/nouvelle-action", this.ines, "key",
				Ids.next().toString(), "title", title);
		assertThat(logged).hasStatus3xxRedirection();
		this.cast.forget();
		return Objects.requireNonNull(logged.getResponse().getRedirectedUrl());
	}

	private MvcTestResult save(String action, Map<String, String> chosen) {
		LoggedAction now = action(action);
		Map<String, String> fields = new LinkedHashMap<>(chosen);
		fields.put("title", now.getTitle());
		fields.put("state", now.getState().name());
		fields.put("version", String.valueOf(now.getVersion()));
		List<String> sent = new ArrayList<>();
		fields.forEach((name, value) -> sent.addAll(List.of(name, value)));
		MvcTestResult answer = this.pages.post(action + "/modifier", this.ines, sent.toArray(String[]::new));
		this.cast.forget();
		return answer;
	}

	private List<UUID> ids(String action) {
		return action(action).entries().map(TaxonomyEntry::getId).toList();
	}

	private LoggedAction action(String address) {
		UUID id = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
		return this.actions.in(this.parcours.getId(), id).orElseThrow();
	}

	private MvcTestResult aim(Person person, Enrolment enrolment, TaxonomyEntry... levels) {
		List<String> sent = new ArrayList<>();
		for (TaxonomyEntry level : levels) {
			sent.addAll(List.of("levels", level.getId().toString()));
		}
		MvcTestResult answer = this.pages.post(aims(enrolment), person, sent.toArray(String[]::new));
		this.cast.forget();
		return answer;
	}

	private List<UUID> aimed(Enrolment enrolment) {
		return this.enrolments.whole(this.parcours.getId(), enrolment.getId())
			.orElseThrow()
			.getAimedLevels()
			.stream()
			.map(TaxonomyEntry::getId)
			.toList();
	}

	private String aims(Enrolment enrolment) {
		return address() + "/structures/" + enrolment.getId() + "/niveaux";
	}

	private String address() {
		return "/parcours/" + this.parcours.getSlug();
	}

}
