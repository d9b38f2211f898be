package fr.faireavec;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.signin.web.SignedInAs;
import fr.faireavec.testing.Forms;
import fr.faireavec.testing.Hand;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.MatrixWorld;
import fr.faireavec.testing.Visitor;
import jakarta.persistence.EntityManager;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Whatever a form lets one choose, nothing else is taken: every choice of every form
 * within reach is sent with what was not offered, of each kind of thing there is, in an
 * otherwise good form; it is refused beside the field.
 */
@IntegrationTest
class NotOfferedTests {

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

	private int tries;

	private int asked;

	@ParameterizedTest
	@ValueSource(strings = { "claire.vasseur", "ines.carpentier", "ada.min" })
	void onlyWhatIsOfferedIsTaken(String who) {
		String email = who + "@demo.example";
		this.worlds.build();
		List<String> taken = new ArrayList<>();
		for (Element form : Forms.of(new Visitor(this.mvc, this.accounts, email))) {
			if (!SENT.add(Forms.kind(form))) {
				continue;
			}
			Map<String, Set<String>> choices = Forms.choices(form);
			choices.forEach((field, offered) -> notOffered(offered)
				.forEach((other) -> onItsOwn(() -> send(email, form, field, other, taken))));
		}
		assertThat(this.asked).isGreaterThan(3);
		assertThat(taken).isEmpty();
	}

	private void send(String email, Element form, String field, String other, List<String> taken) {
		this.asked++;
		var request = this.mvc.post()
			.uri(URI.create(form.attr("action")))
			.with(SignedInAs.account(this.accounts.signingInAs(email).orElseThrow().getId()))
			.with(csrf());
		for (Map.Entry<String, String> filled : Forms.filled(form).entrySet()) {
			request = request.param(filled.getKey(), filled.getKey().equals(field) ? other : filled.getValue());
		}
		MockHttpServletResponse response = request.exchange().getResponse();
		Document page = Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
		boolean hidden = !form.select("input[type=hidden][name='" + field + "']").isEmpty()
				&& form.select("input:not([type=hidden])[name='" + field + "']").isEmpty();
		Element said = hidden ? page.selectFirst(".summary") : page.getElementById(Forms.id(field) + "-error");
		if (response.getStatus() != 422 || said == null || said.text().isBlank()) {
			taken.add(form.attr("action") + " with " + field + " = " + other + " answers " + response.getStatus() + " "
					+ page.select("[id$=-error], .summary").eachText());
		}
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

	private void onItsOwn(Runnable question) {
		String mark = "offered_" + ++this.tries;
		this.jdbc.sql("SAVEPOINT " + mark).update();
		try {
			question.run();
		}
		finally {
			this.entities.clear();
			this.jdbc.sql(Hand.undo(mark)).update();
		}
	}

}
