package fr.faireavec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * A good form but for one field left empty, of every form within reach, one field after
 * the other: what needs both halves is refused with a word, before PostgreSQL says it.
 */
@IntegrationTest
class HalfFilledFormsTests {

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
	@CsvSource({ "claire.vasseur, 4", "ines.carpentier, 1", "ada.min, 8" })
	void noHalfIsAFault(String who, int withAFile) {
		this.worlds.build();
		Hand hand = new Hand(this.mvc, this.accounts, this.jdbc, this.entities, who + "@demo.example");
		List<String> wrong = new ArrayList<>();
		List<String> refused = new ArrayList<>();
		int files = 0;
		for (Element form : hand.everyForm()) {
			if (Forms.takesAFile(form)) {
				files++;
				hand.onItsOwn(() -> withoutItsFile(hand, form, wrong));
				continue;
			}
			if (!SENT.add(Forms.kind(form))) {
				continue;
			}
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
