package fr.faireavec.demo;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.jobs.Job;
import fr.faireavec.signin.web.SignedInAs;
import fr.faireavec.testing.DemoTest;
import fr.faireavec.testing.Forms;
import fr.faireavec.testing.Hand;
import fr.faireavec.testing.Visitor;
import jakarta.persistence.EntityManager;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What no honest hand types, in every form within reach: years that are none, texts
 * without end, places of a list that do not exist. Never a 500, and no page or night that
 * breaks afterwards.
 */
@DemoTest
@Transactional
class ExtremeInputTests {

	/**
	 * What a date field sends while the year is typed, slips, and the ends of calendars.
	 */
	private static final List<String> DAYS = List.of("0000-02-29", "0001-01-01", "0026-09-01", "1582-10-10",
			"2062-06-15", "9999-12-31", "+5874897-12-31", "-999999999-01-01");

	private static final List<String> TEXTS = List.of("59,".repeat(33_000), "é\u0301\u0323".repeat(6_000));

	private static final List<String> PLACES = List.of("[-1]", "[2147483647]", ".x");

	private static final int MOST_PAGES = 150;

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

	@Autowired
	private ApplicationContext context;

	private int tries;

	@Test
	void noDayIsTakenThatIsNone() {
		Crowd crowd = new Crowd("admin@demo.example");
		List<String> wrong = new ArrayList<>();
		List<Form> forms = crowd.forms((element) -> !element.select("input[type=date]").isEmpty(), new HashSet<>());
		assertThat(forms).hasSizeGreaterThan(10);
		for (Form form : forms) {
			for (String day : DAYS) {
				onItsOwn(() -> {
					Answer answer = crowd.send(form, (name, value) -> form.dates().contains(name), day);
					if (answer.status() >= 500) {
						wrong.add(form.action() + " with " + day + " answers " + answer.status());
					}
					form.dates()
						.stream()
						.filter((name) -> !form.looksOnly() && !answer.refuses(name))
						.forEach((name) -> {
							wrong.add(form.action() + " takes " + name + "=" + day);
						});
					return answer.status() < 400;
				});
			}
		}
		for (String address : List.of("/administration/audit?du=DAY&au=DAY",
				"/parcours/vallee-de-la-brune/bilan?from=DAY&to=DAY",
				"/parcours/vallee-de-la-brune/bilan.csv?from=DAY&to=DAY",
				"/parcours/vallee-de-la-brune/bilan/actions.csv?from=DAY")) {
			for (String day : DAYS) {
				int status = crowd.visitor.open(address.replace("DAY", day.replace("+", "%2B"))).status();
				if (status >= 500) {
					wrong.add(address + " with " + day + " answers " + status);
				}
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(crowd.visitor.walk(MOST_PAGES).values()).noneMatch((answer) -> answer.status() >= 500);
		this.context.getBeansOfType(Job.class).values().forEach(Job::run);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ines.carpentier", "admin" })
	void noTextIsTooLongAndNoPlaceTooFar(String who) {
		Crowd crowd = new Crowd(who + "@demo.example");
		List<String> wrong = new ArrayList<>();
		for (Form form : crowd.forms((element) -> true, SENT)) {
			for (String text : TEXTS) {
				onItsOwn(() -> {
					int status = crowd.send(form, form::isTyped, text).status();
					if (status >= 500) {
						wrong.add(form.action() + " with " + text.substring(0, 3) + "… answers " + status);
					}
					return false;
				});
			}
			for (String place : PLACES) {
				onItsOwn(() -> {
					int status = crowd.sendPlaces(form, place).status();
					if (status >= 500) {
						wrong.add(form.action() + " with " + place + " answers " + status);
					}
					return false;
				});
			}
		}
		assertThat(wrong).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "0", "2147483647", "-2147483648", "99999999999" })
	void noPageOfAListIsTooFar(String number) {
		Crowd crowd = new Crowd("admin@demo.example");
		for (String address : List.of("/structures", "/bilans", "/administration/comptes", "/administration/courriers",
				"/_courrier", "/parcours/vallee-de-la-brune/journal", "/parcours/vallee-de-la-brune/historique",
				"/parcours/vallee-de-la-brune/journal?vue=cohorte")) {
			String asked = address + (address.contains("?") ? "&" : "?") + "page=" + number;
			assertThat(crowd.visitor.open(asked).status()).as(asked).isLessThan(500);
		}
	}

	@Test
	void thePageOfErrorsIsNoPage() {
		assertThat(new Crowd("admin@demo.example").visitor.open("/error").status()).isEqualTo(404);
	}

	private void onItsOwn(java.util.function.BooleanSupplier keeps) {
		String mark = "extreme_" + ++this.tries;
		this.jdbc.sql("SAVEPOINT " + mark).update();
		boolean kept = false;
		try {
			kept = keeps.getAsBoolean();
		}
		finally {
			this.entities.clear();
			this.jdbc.sql(kept ? "RELEASE SAVEPOINT " + mark : Hand.undo(mark)).update();
		}
	}

	/** Somebody who sends forms. */
	private final class Crowd {

		private final String email;

		private final Visitor visitor;

		private Crowd(String email) {
			this.email = email;
			this.visitor = new Visitor(ExtremeInputTests.this.mvc, ExtremeInputTests.this.accounts, email);
		}

		/** One form of each kind, but those sent before. */
		private List<Form> forms(Predicate<Element> wanted, Set<String> sent) {
			Map<String, Form> forms = new LinkedHashMap<>();
			this.visitor.walkOnce().forEach((address, answer) -> {
				if (answer.isPage()) {
					answer.document()
						.select("form[method=post]")
						.stream()
						.filter(wanted)
						.filter((form) -> !form.attr("action").startsWith("/deconnexion"))
						.forEach((form) -> forms.putIfAbsent(Forms.kind(form), Form.of(form)));
				}
			});
			forms.keySet().removeIf((kind) -> !sent.add(kind));
			return List.copyOf(forms.values());
		}

		private Answer send(Form form, BiPredicate<String, String> replaced, String with) {
			Map<String, String> values = new LinkedHashMap<>(form.values());
			values.replaceAll((name, value) -> replaced.test(name, value) ? with : value);
			return post(form.action(), values);
		}

		private Answer sendPlaces(Form form, String place) {
			Map<String, String> values = new LinkedHashMap<>(form.values());
			form.values().forEach((name, value) -> values.put(name + place, value.isEmpty() ? "x" : value));
			return post(form.action(), values);
		}

		private Answer post(String action, Map<String, String> values) {
			var request = ExtremeInputTests.this.mvc.post()
				.uri(URI.create(action))
				.with(SignedInAs.account(ExtremeInputTests.this.accounts.signingInAs(this.email).orElseThrow().getId()))
				.with(csrf());
			for (Map.Entry<String, String> value : values.entrySet()) {
				request = request.param(value.getKey(), value.getValue());
			}
			MvcTestResult result = request.exchange();
			if (result.getUnresolvedException() != null) {
				return new Answer(500, new Document(""));
			}
			byte[] body = result.getResponse().getContentAsByteArray();
			return new Answer(result.getResponse().getStatus(), Jsoup.parse(new String(body, StandardCharsets.UTF_8)));
		}

	}

	private record Answer(int status, Document page) {

		/** Says what is wrong beside this field. */
		private boolean refuses(String name) {
			return this.status == 422 && this.page.selectFirst("[name='" + name + "'][aria-invalid=true]") != null;
		}

	}

	/** A form as a browser would send it, untouched. */
	private record Form(String action, Map<String, String> values, Map<String, String> types) {

		private static Form of(Element form) {
			Map<String, String> values = new LinkedHashMap<>();
			Map<String, String> types = new LinkedHashMap<>();
			for (Element field : form.select("[name]")) {
				String name = field.attr("name");
				String type = field.is("input") ? field.attr("type") : field.tagName();
				boolean choice = type.equals("checkbox") || type.equals("radio");
				boolean silent = name.equals("_csrf") || type.equals("button") || (choice && !field.hasAttr("checked"));
				types.putIfAbsent(name, type);
				if (!silent) {
					values.putIfAbsent(name, switch (type) {
						case "select" -> chosen(field);
						case "textarea" -> field.wholeText();
						default -> field.attr("value");
					});
				}
			}
			return new Form(form.attr("action"), values, types);
		}

		private static String chosen(Element select) {
			Element selected = select.selectFirst("option[selected]");
			Element first = (selected != null) ? selected : select.selectFirst("option[value~=.+]");
			return (first != null) ? first.attr("value") : "";
		}

		private List<String> dates() {
			return this.types.keySet().stream().filter((name) -> "date".equals(this.types.get(name))).toList();
		}

		private boolean isTyped(String name, String value) {
			return List
				.of("text", "email", "textarea", "number", "search", "url", "tel", "date", "time", "password", "")
				.contains(String.valueOf(this.types.get(name)));
		}

		/** It asks what to look at, and so may ask for any century. */
		private boolean looksOnly() {
			return this.action.endsWith("/publication") || this.action.endsWith("/export");
		}

	}

}
