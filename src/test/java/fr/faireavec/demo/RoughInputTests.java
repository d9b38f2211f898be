package fr.faireavec.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.kernel.CleanText;
import fr.faireavec.signin.web.SignedInAs;
import fr.faireavec.testing.DemoTest;
import fr.faireavec.testing.Forms;
import fr.faireavec.testing.Hand;
import fr.faireavec.testing.Visitor;
import fr.faireavec.web.SecretFields;
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
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Every form within reach, filled by a clumsy or a hostile hand: never a 500, nothing
 * executed, and when it is refused everything typed is still there.
 */
@DemoTest
@Transactional
class RoughInputTests {

	/** What would be run in one place or another stands in one text. */
	private static final List<String> ROUGH = List.of("", "a".repeat(10_000), "🐝 🧑‍🌾 é", "avant\u0000après",
			"\uD800seul", "=1+1 <script>alert(1)</script> ' OR 1=1 -- ${7*7}__${7*7}__*{7*7}", "31/02/2026",
			"2026-02-31", "99999999999999999999", "-1", "a\r\nSet-Cookie: x=y", "PAS_UN_CHOIX");

	/**
	 * What one person has sent needs no second one: who may send it is proved elsewhere.
	 */
	private static final Set<String> SENT = new HashSet<>();

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EntityManager entities;

	private int tries;

	@ParameterizedTest
	@ValueSource(strings = { "claire.vasseur", "ines.carpentier", "admin" })
	void noFormBreaks(String who) {
		String email = who + "@demo.example";
		List<String> wrong = new ArrayList<>();
		Map<String, Form> forms = forms(new Visitor(this.mvc, this.accounts, email));
		assertThat(forms).isNotEmpty();
		forms.values().forEach((form) -> ROUGH.forEach((rough) -> onItsOwn(() -> send(email, form, rough, wrong))));
		assertThat(wrong).isEmpty();
	}

	private void send(String email, Form form, String rough, List<String> wrong) {
		var request = this.mvc.post()
			.uri(URI.create(form.action()))
			.with(SignedInAs.account(this.accounts.signingInAs(email).orElseThrow().getId()))
			.with(csrf());
		for (Field field : form.fields()) {
			request = request.param(field.name(), field.typed() ? rough : field.value());
		}
		MockHttpServletResponse response = request.exchange().getResponse();
		String what = form.action() + " with « " + rough.substring(0, Math.min(20, rough.length())) + " »";
		if (response.getStatus() >= 500) {
			wrong.add(what + " answers " + response.getStatus());
		}
		String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
		if (body.contains("<script>alert(1)") || body.contains("49__")
				|| String.valueOf(response.getHeader("Set-Cookie")).contains("x=y")) {
			wrong.add(what + " was executed");
		}
		if (response.getStatus() == 422 && isShownBack(rough)) {
			Document page = Jsoup.parse(body);
			for (Field field : form.fields()) {
				String shown = "[name=\"" + field.name() + "\"]";
				List<Element> same = page.select("form[action=\"" + form.action() + "\"] " + shown);
				List<Element> places = same.isEmpty() ? page.select("form " + shown).stream().limit(1).toList() : same;
				boolean kept = !field.typed() || !field.isFree() || places.isEmpty()
						|| places.stream().anyMatch((place) -> isKept(place, rough));
				if (!kept) {
					wrong.add(what + " lost what was typed in " + field.name());
				}
			}
			if (page.select(".error, .summary, .flash").isEmpty()) {
				wrong.add(what + " is refused without a word");
			}
		}
	}

	private static boolean isKept(Element field, String rough) {
		return List.of(rough.strip(), CleanText.prose(rough)).contains(shownIn(field).strip());
	}

	private static String shownIn(Element field) {
		return field.is("textarea") ? field.wholeText() : field.attr("value");
	}

	/** A text no browser could send back as it came needs no proof of that. */
	private static boolean isShownBack(String rough) {
		return rough.codePoints().allMatch((c) -> c >= ' ' && !(c >= 0xD800 && c <= 0xDFFF));
	}

	private static Map<String, Form> forms(Visitor visitor) {
		Map<String, Form> forms = new LinkedHashMap<>();
		visitor.walkOnce().forEach((address, answer) -> {
			if (answer.isPage()) {
				for (Element element : answer.document().select("form[method=post]")) {
					Form form = Form.of(element);
					String kind = Forms.kind(element);
					boolean leaving = form.action().startsWith("/deconnexion");
					boolean file = !element.select("input[type=file]").isEmpty();
					if (!leaving && !file && !SENT.contains(kind)) {
						forms.putIfAbsent(kind, form);
					}
				}
			}
		});
		SENT.addAll(forms.keySet());
		return forms;
	}

	private void onItsOwn(Runnable asked) {
		String mark = "rough_" + ++this.tries;
		this.jdbc.sql("SAVEPOINT " + mark).update();
		try {
			asked.run();
		}
		finally {
			this.entities.clear();
			this.jdbc.sql(Hand.undo(mark)).update();
		}
	}

	/** A form of a page, as a browser would send it. */
	record Form(String action, List<Field> fields) {

		static Form of(Element form) {
			List<Field> fields = new ArrayList<>();
			for (Element field : form.select("[name]")) {
				String type = field.tagName().equals("input") ? field.attr("type") : field.tagName();
				String name = field.attr("name");
				boolean machinery = type.equals("hidden") || type.equals("button") || "_csrf".equals(name);
				// Of a column of a table the first row stands for all.
				boolean repeated = fields.stream()
					.anyMatch((known) -> Forms.column(known.name()).equals(Forms.column(name)));
				if (!repeated && !"_csrf".equals(name)) {
					fields.add(new Field(name, type, field.attr("value"), !machinery));
				}
			}
			return new Form(form.attr("action"), fields);
		}

	}

	/** One field of a form; typed when a person fills it in. */
	record Field(String name, String type, String value, boolean typed) {

		/** Whether it shows back any text, unlike a choice, a date or a password. */
		boolean isFree() {
			return !SecretFields.has(this.name)
					&& List.of("text", "email", "textarea", "number", "date", "time").contains(this.type);
		}

	}

}
