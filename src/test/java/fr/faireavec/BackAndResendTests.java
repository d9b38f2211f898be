package fr.faireavec;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.testing.Cast;
import fr.faireavec.testing.CreateForm;
import fr.faireavec.testing.Forms;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.MatrixWorld;
import fr.faireavec.testing.Pages;
import fr.faireavec.web.Flash;
import fr.faireavec.web.KeyedForm;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every form that makes something new, sent, sent again as it was, then sent once more
 * after Back with something changed: one thing, then two, or a refusal that keeps what
 * was typed. What the next page says was done, was.
 */
@IntegrationTest
class BackAndResendTests {

	/** Forms of the same kinds that make nothing new, and why. */
	private static final Map<String, String> APART = Map.ofEntries(Map.entry("/parcours/{slug}/modifier", "an edit"),
			Map.entry("/parcours/{slug}/conventions/{id}", "an edit"),
			Map.entry("/structures/{slug}/modifier", "an edit"), Map.entry("/financeurs/{slug}/modifier", "an edit"),
			Map.entry("/administration/listes/{liste}/{id}", "an edit"),
			Map.entry("/administration/listes/taux/{rateId}", "an edit"),
			Map.entry("/administration/listes/autres/{liste}", "one of each word: OwnWordPagesTests"),
			Map.entry("/administration/comptes/{personId}/role", "an edit"),
			Map.entry("/administration/comptes/{personId}/invitation", "says nothing but whom it writes to"),
			Map.entry("/parcours/{slug}/bilan", "reads"), Map.entry("/parcours/nouveau/apercu", "reads"),
			Map.entry("/parcours/{slug}/seances/{rank}/intervenants/{speakerId}", "an edit"),
			Map.entry("/parcours/{slug}/rendez-vous/creneaux", "makes a run of them: SlotPagesTests"),
			Map.entry("/parcours/{slug}/planification/sondage", "one at a time: PlanningPagesTests"),
			Map.entry("/parcours/{slug}/bilan/partages/{version}", "says nothing but with whom: BilanPagesTests"),
			Map.entry("/bibliotheque/{libraryId}/essai", "says nothing but for whom: LibraryPagesTests"));

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Cast cast;

	@Autowired
	private MatrixWorld worlds;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Autowired
	private JdbcClient jdbc;

	private MatrixWorld.World world;

	private Pages pages;

	@BeforeEach
	void build() {
		this.world = this.worlds.build();
		this.pages = new Pages(this.mvc, this.cast);
	}

	@TestFactory
	Stream<DynamicTest> everyFormThatMakesSomething() {
		return CreateForm.all(this.world).map((create) -> DynamicTest.dynamicTest(create.toString(), () -> {
			sameContentSameAnswerOtherContentAnotherThing(create);
			if (!create.blamed().isEmpty()) {
				whatCannotBeTwiceIsRefusedWithWhatWasTyped(create);
			}
		}));
	}

	private void sameContentSameAnswerOtherContentAnotherThing(CreateForm create) {
		Map<String, String> form = blank(create);
		form.putAll(create.typed());
		long before = count(create);
		MvcTestResult first = send(create, form);
		MvcTestResult again = send(create, form);
		assertThat(count(create)).as("sent twice, made once").isEqualTo(before + 1);
		assertThat(again.getResponse().getRedirectedUrl()).isEqualTo(first.getResponse().getRedirectedUrl());
		assertThat(flash(again)).isEqualTo(flash(first));
		form.putAll(create.other());
		MvcTestResult other = send(create, form);
		assertThat(count(create)).as("said otherwise, another one").isEqualTo(before + 2);
		assertThat(flash(other)).isNotNull();
		if (!flash(first).words().isEmpty()) {
			assertThat(flash(other)).isNotEqualTo(flash(first));
		}
	}

	/** Where there is no place for another one, the refusal says so beside its field. */
	private void whatCannotBeTwiceIsRefusedWithWhatWasTyped(CreateForm create) {
		Map<String, String> form = blank(create);
		form.putAll(create.typed());
		long before = count(create);
		form.putAll(create.clashing());
		MvcTestResult clash = this.pages.post(create.address(), create.filledInBy(this.world), fields(form));
		assertThat(clash).hasStatus(422);
		assertThat(count(create)).isEqualTo(before);
		Document page = Pages.document(clash);
		assertThat(page.select("#" + create.blamed() + "-error").text()).isNotEmpty();
		create.clashing()
			.forEach((name,
					value) -> assertThat(
							page.select("input[name='" + name + "'], [name='" + name + "'] option[selected]").val())
						.as(name)
						.isEqualTo(value));
	}

	/** What was made is corrected since: the answer says what stands. */
	@Test
	void theAnswerSaysWhatStands() {
		CreateForm create = CreateForm.all(this.world).findFirst().orElseThrow();
		Map<String, String> form = blank(create);
		form.putAll(create.typed());
		send(create, form);
		this.jdbc.sql("UPDATE logged_action SET title = 'Un grand café' WHERE title = 'Un café'").update();
		this.cast.forget();
		assertThat(flash(send(create, form)).words()).containsExactly("Un grand café");
	}

	/** The same form, the same words, from somebody else: it is theirs. */
	@Test
	void somebodyElsesFormIsNotMine() {
		CreateForm create = CreateForm.all(this.world)
			.filter((one) -> one.address().equals("/structures/nouvelle"))
			.findFirst()
			.orElseThrow();
		Map<String, String> form = blank(create);
		form.put("name", "Ferme du Marais");
		send(create, form);
		MvcTestResult other = this.pages.post("/structures/nouvelle",
				Objects.requireNonNull(this.world.people().get(MatrixWorld.Who.ADMIN)), fields(form));
		assertThat(other).hasStatus(422);
		assertThat(Pages.document(other).select(".summary.warning").text()).contains("Ferme du Marais");
	}

	/** None is forgotten here. */
	@Test
	void everyFormWithAKeyIsTried() {
		Set<String> tried = CreateForm.all(this.world)
			.map((create) -> Forms.ID.matcher(create.address())
				.replaceAll("{enrolmentId}")
				.replaceFirst("^" + CreateForm.OURS, "/parcours/{slug}")
				.replaceFirst("/journal/\\{enrolmentId}/", "/journal/{actionId}/")
				.replaceFirst("/listes/effets$", "/listes/{liste}")
				.replaceFirst("/seances/1/", "/seances/{rank}/"))
			.collect(Collectors.toCollection(TreeSet::new));
		tried.addAll(APART.keySet());
		Set<String> keyed = new TreeSet<>();
		this.mappings.getHandlerMethods().forEach((mapping, method) -> {
			if (Arrays.stream(method.getMethodParameters())
				.anyMatch((parameter) -> KeyedForm.class.isAssignableFrom(parameter.getParameterType()))) {
				keyed.addAll(mapping.getPatternValues());
			}
		});
		assertThat(keyed).isEqualTo(tried);
	}

	private Map<String, String> blank(CreateForm create) {
		Document page = this.pages.read(create.page(), create.filledInBy(this.world));
		return new LinkedHashMap<>(
				Forms.filled(Objects.requireNonNull(page.selectFirst("form[action=" + create.address() + "]"))));
	}

	private MvcTestResult send(CreateForm create, Map<String, String> form) {
		MvcTestResult sent = this.pages.post(create.address(), create.filledInBy(this.world), fields(form));
		String read = Pages.document(sent).select("[name=accepted]").val();
		if (!read.isEmpty()) {
			// What is asked is read, and answered by sending again.
			form.put("accepted", read);
			sent = this.pages.post(create.address(), create.filledInBy(this.world), fields(form));
			form.remove("accepted");
		}
		assertThat(sent.getResponse().getStatus()).as(Pages.document(sent).select(".summary, .error").text())
			.isEqualTo(302);
		this.cast.forget();
		return sent;
	}

	private static String[] fields(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
			.toArray(String[]::new);
	}

	private static Flash flash(MvcTestResult sent) {
		return (Flash) Objects.requireNonNull(sent.getMvcResult().getFlashMap().get("flash"));
	}

	private long count(CreateForm create) {
		return this.jdbc.sql("SELECT count(*) FROM " + create.table()).query(Long.class).single();
	}

}
