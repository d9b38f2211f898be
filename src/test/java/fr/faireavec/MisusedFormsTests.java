package fr.faireavec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.testing.Forms;
import fr.faireavec.testing.Hand;
import fr.faireavec.testing.Hand.Answer;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.MatrixWorld;
import jakarta.persistence.EntityManager;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A good form but for one field, of every form within reach, one field after the other.
 * Left empty: what needs both halves is refused with a word, before PostgreSQL says it.
 * With something the form does not offer: nothing is taken, and it is said beside the
 * field.
 */
@IntegrationTest
class MisusedFormsTests {

	/** Rows one might slip into a choice. */
	private static final List<String> KINDS = List.of("SELECT id FROM person", "SELECT id FROM structure",
			"SELECT id FROM funder", "SELECT id FROM enrolment", "SELECT id FROM collective_session",
			"SELECT id FROM taxonomy_entry WHERE taxonomy = 'THEME'",
			"SELECT id FROM taxonomy_entry WHERE taxonomy = 'LEVEL'",
			"SELECT id FROM taxonomy_entry WHERE taxonomy NOT IN ('THEME', 'LEVEL')");

	/**
	 * What one person has sent needs no second one: who may send it is proved elsewhere.
	 */
	private static final Set<String> SENT = new HashSet<>();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private MatrixWorld worlds;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	@ParameterizedTest
	@CsvSource({ "claire.vasseur, 6", "ines.carpentier, 3", "ada.min, 13" })
	void noHalfIsAFaultAndOnlyWhatIsOfferedIsTaken(String who, int withAFile) {
		this.worlds.build();
		Hand hand = new Hand(this.mvc, this.accounts, this.jdbc, this.entities, who + "@demo.example");
		List<String> wrong = new ArrayList<>();
		List<String> refused = new ArrayList<>();
		int files = 0;
		int slipped = 0;
		for (Element form : hand.everyForm()) {
			if (Forms.takesAFile(form)) {
				files++;
				hand.onItsOwn(() -> withoutItsFile(hand, form, wrong));
				continue;
			}
			if (!SENT.add(Forms.kind(form))) {
				continue;
			}
			slipped += slipOthersIn(hand, form, wrong);
			boolean[] good = new boolean[1];
			hand.onItsOwn(() -> good[0] = hand.send(form, Forms.filled(form)).status() < 400);
			Forms.asked(form)
				.stream()
				.map((field) -> field.attr("name"))
				.distinct()
				.forEach((name) -> hand.onItsOwn(() -> {
					Map<String, String> values = Forms.filled(form);
					values.put(name, "");
					String what = form.attr("action") + " without " + name;
					Answer answer = hand.send(form, values);
					boolean asked = !form.select("[name='" + name + "'][required]").isEmpty();
					if (answer.status() >= 400 && answer.status() != 422) {
						wrong.add(what + " answers " + answer.status() + " " + answer.page().title());
					}
					if (answer.status() == 422) {
						boolean said = (asked && good[0]) ? (answer.beside(name) != null) : answer.hasWord();
						(said ? refused : wrong).add(what + " is refused");
					}
					if (answer.status() == 422 && good[0] && !asked && answer.beside(name) != null
							&& form.select("label[for='" + name + "'] .optional").hasText()) {
						wrong.add(what + " is refused, and was said to be optional");
					}
					if (answer.status() < 400 && asked) {
						wrong.add(what + " is taken");
					}
				}));
		}
		assertThat(wrong).isEmpty();
		assertThat(refused).hasSizeGreaterThan(2);
		assertThat(files).isEqualTo(withAFile);
		assertThat(slipped).isGreaterThan(3);
	}

	/** How often something that a form does not offer was sent in its place. */
	private int slipOthersIn(Hand hand, Element form, List<String> wrong) {
		int slipped = 0;
		for (Map.Entry<String, Set<String>> choice : Forms.choices(form).entrySet()) {
			String name = choice.getKey();
			boolean hidden = !form.select("input[type=hidden][name='" + name + "']").isEmpty()
					&& form.select("input:not([type=hidden])[name='" + name + "']").isEmpty();
			for (String other : notOffered(choice.getValue())) {
				slipped++;
				hand.onItsOwn(() -> {
					Map<String, String> values = Forms.filled(form);
					values.replace(name, other);
					Answer answer = hand.send(form, values);
					Element said = hidden ? answer.page().selectFirst(".summary")
							: answer.page().getElementById(Forms.id(name) + "-error");
					if (answer.status() != 422 || said == null || said.text().isBlank()) {
						wrong.add(form.attr("action") + " with " + name + " = " + other + " answers " + answer.status()
								+ " " + answer.page().select("[id$=-error], .summary").eachText());
					}
				});
			}
		}
		return slipped;
	}

	private List<String> notOffered(Set<String> offered) {
		List<String> others = new ArrayList<>(List.of("PAS_UN_CHOIX", UUID.randomUUID().toString()));
		if (offered.stream().allMatch((value) -> Forms.ID.matcher(value).matches())) {
			for (String kind : KINDS) {
				this.jdbc
					.sql(kind + (kind.contains("WHERE") ? " AND " : " WHERE ")
							+ "NOT id::text = ANY (string_to_array(:offered, ',')) LIMIT 1")
					.param("offered", String.join(",", offered))
					.query(String.class)
					.optional()
					.ifPresent(others::add);
			}
		}
		return others;
	}

	/**
	 * A file that has to be there is asked for beside its field, and not called optional.
	 */
	private static void withoutItsFile(Hand hand, Element form, List<String> wrong) {
		Answer answer = hand.send(form, Map.of());
		boolean asked = !form.select("[name=file][required]").isEmpty();
		if (answer.status() != 422 || (asked ? answer.beside("file") == null : !answer.hasWord())) {
			wrong.add(form.attr("action") + " without its file answers " + answer.status());
		}
		if (form.select("label[for=file] .optional").hasText()) {
			wrong.add(form.attr("action") + " says that its file is optional");
		}
	}

}
