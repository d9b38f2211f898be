package fr.faireavec.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.signin.web.SignedInAs;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Somebody who finds forms by following links, and sends them within a test's
 * transaction, each in a savepoint of its own.
 */
public class Hand {

	private final MockMvcTester mvc;

	private final Accounts accounts;

	private final JdbcClient jdbc;

	private final EntityManager entities;

	private final String email;

	private int tries;

	private int sent;

	public Hand(MockMvcTester mvc, Accounts accounts, JdbcClient jdbc, EntityManager entities, String email) {
		this.mvc = mvc;
		this.accounts = accounts;
		this.jdbc = jdbc;
		this.entities = entities;
		this.email = email;
	}

	/** As they look around. */
	public Visitor visitor() {
		return new Visitor(this.mvc, this.accounts, this.email);
	}

	/** One form of each kind, without those that take a file or sign out. */
	public List<Element> forms() {
		return Forms.of(visitor()).stream().filter((form) -> !form.attr("action").startsWith("/deconnexion")).toList();
	}

	/** The same, with those that take a file. */
	public List<Element> everyForm() {
		return Forms.every(visitor())
			.stream()
			.filter((form) -> !form.attr("action").startsWith("/deconnexion"))
			.toList();
	}

	/**
	 * Presses the button of a form. What it changes is written to the database at once,
	 * which answers 500 where that is refused; each time it comes from elsewhere, so that
	 * how often one may try does not count.
	 * @param values by the names of its fields: a text, or several
	 */
	public Answer send(Element form, Map<String, ?> values) {
		String network = "192.0." + this.sent / 250 + "." + this.sent++ % 250;
		var request = this.mvc.post().uri(URI.create(form.attr("action"))).with((raw) -> {
			raw.setRemoteAddr(network);
			return raw;
		}).with(SignedInAs.account(this.accounts.signingInAs(this.email).orElseThrow().getId())).with(csrf());
		for (Map.Entry<String, ?> value : values.entrySet()) {
			request = (value.getValue() instanceof Collection<?> several)
					? request.param(value.getKey(), several.stream().map(String::valueOf).toArray(String[]::new))
					: request.param(value.getKey(), String.valueOf(value.getValue()));
		}
		Element button = Forms.button(form);
		if (button != null && !values.containsKey(button.attr("name"))) {
			request = request.param(button.attr("name"), button.attr("value"));
		}
		MvcTestResult result = request.exchange();
		MockHttpServletResponse response = result.getResponse();
		try {
			this.entities.flush();
		}
		catch (PersistenceException ex) {
			return Answer.of(500, String.valueOf(ex.getMessage()), Set.of());
		}
		if (result.getUnresolvedException() != null) {
			return Answer.of(500, String.valueOf(result.getUnresolvedException()), Set.of());
		}
		return Answer.of(response.getStatus(), new String(response.getContentAsByteArray(), StandardCharsets.UTF_8),
				response.getHeaderNames());
	}

	/** Whatever is written meanwhile is undone. */
	public void onItsOwn(Runnable asked) {
		onItsOwnUnless(() -> {
			asked.run();
			return false;
		});
	}

	/** The same, unless it says to keep it. */
	public void onItsOwnUnless(BooleanSupplier keeps) {
		String mark = "hand_" + ++this.tries;
		this.jdbc.sql("SAVEPOINT " + mark).update();
		boolean kept = false;
		try {
			kept = keeps.getAsBoolean();
		}
		finally {
			this.entities.clear();
			this.jdbc.sql(kept ? "RELEASE SAVEPOINT " + mark : undo(mark)).update();
		}
	}

	/**
	 * What takes back all that was written since a savepoint, and the savepoint with it:
	 * thousands kept one within the other make every row dearer to read.
	 */
	public static String undo(String savepoint) {
		return "ROLLBACK TO SAVEPOINT " + savepoint + "; RELEASE SAVEPOINT " + savepoint;
	}

	/** What a form was answered. */
	public record Answer(int status, String body, Document page, Collection<String> headers) {

		private static Answer of(int status, String body, Collection<String> headers) {
			return new Answer(status, body, Jsoup.parse(body), headers);
		}

		/** A message, whatever it says. */
		public boolean hasWord() {
			return !this.page.select(".error, .summary, .flash, .warning").isEmpty();
		}

		/** What is said beside a field; null when nothing is. */
		public @Nullable String beside(String name) {
			Element field = this.page.selectFirst(".field:has([name=\"" + name + "\"]) .error");
			return (field != null) ? field.text() : null;
		}

	}

}
