package fr.faireavec.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import fr.faireavec.accounts.Accounts;
import fr.faireavec.signin.web.SignedInAs;
import jakarta.persistence.EntityManager;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Somebody of the demo who follows every link they find. */
public class Visitor {

	/** What is printed or drawn when it is asked for. */
	private static final Pattern DOCUMENT = Pattern.compile("\\.(pdf|png|svg)(\\?|$)");

	private static final int MOST_PAGES = 480;

	private static final int FEW = 3;

	/** By application and person. */
	private static final Map<Walker, Map<String, Answer>> WALKED = new ConcurrentHashMap<>();

	private final MockMvcTester mvc;

	private final Accounts accounts;

	private final String email;

	public Visitor(MockMvcTester mvc, Accounts accounts, String email) {
		this.mvc = mvc;
		this.accounts = accounts;
		this.email = email;
	}

	public Answer open(String address) {
		MockHttpServletResponse response = this.mvc.get().uri(URI.create(address)).with((request) -> {
			forgetWhatWasRead(request);
			return SignedInAs.account(this.accounts.signingInAs(this.email).orElseThrow().getId())
				.postProcessRequest(request);
		}).exchange().getResponse();
		return new Answer(address, response.getStatus(), String.valueOf(response.getContentType()),
				String.valueOf(response.getHeader("Server-Timing")),
				new String(response.getContentAsByteArray(), StandardCharsets.UTF_8), response.getRedirectedUrl());
	}

	/**
	 * Within a test's transaction all pages share one Hibernate session: without this,
	 * each query would first compare all that was read by the pages before.
	 */
	private static void forgetWhatWasRead(MockHttpServletRequest request) {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			EntityManager entities = WebApplicationContextUtils
				.getRequiredWebApplicationContext(request.getServletContext())
				.getBean(EntityManager.class);
			entities.flush();
			entities.clear();
		}
	}

	/**
	 * Every page within reach of the desk, each kind of address a few times at the most.
	 */
	public Map<String, Answer> walk() {
		return walk(MOST_PAGES);
	}

	/** The same, kept for whoever walks once after. */
	public Map<String, Answer> walkForAll() {
		Map<String, Answer> found = walk();
		WALKED.put(new Walker(this.accounts, this.email), found);
		return found;
	}

	/**
	 * The same, walked once for all classes of tests that look for forms: what was found
	 * the first time, whatever was done since.
	 */
	public Map<String, Answer> walkOnce() {
		return WALKED.computeIfAbsent(new Walker(this.accounts, this.email), (walker) -> walk());
	}

	/** The same, but no further than so many pages. */
	public Map<String, Answer> walk(int most) {
		return walk(most, 2, (address) -> kind(address).replaceAll("/[0-9]+(?=[/?.]|$)", "/n"));
	}

	/** The same, whichever parcours, structure, funder or list it is about. */
	public Map<String, Answer> walkBriefly() {
		return walk(MOST_PAGES, FEW, Visitor::wholeKind);
	}

	/** An address without its ids. */
	public static String kind(String address) {
		return address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*");
	}

	/** The same, without the names of what it is about. */
	public static String wholeKind(String address) {
		return kind(address).replaceAll("/[0-9]+(?=[/?]|$)", "/n")
			.replaceAll("^/(administration/listes|parcours|structures|financeurs)/(?!nouve|taux)[^/?]+", "/$1/*");
	}

	private static String ofDocument(String address) {
		return wholeKind(address).replaceAll("\\?.*", "").replaceAll("/graphique-[a-z]+", "/graphique-*");
	}

	private Map<String, Answer> walk(int most, int each, UnaryOperator<String> kinds) {
		Map<String, Answer> seen = new LinkedHashMap<>();
		Map<String, Integer> met = new LinkedHashMap<>();
		Set<String> known = new LinkedHashSet<>();
		Deque<String> next = new ArrayDeque<>();
		next.add("/");
		while (!next.isEmpty() && seen.size() < most) {
			String address = next.poll();
			// A document costs more than a page: one of each kind, whatever it is about.
			boolean document = DOCUMENT.matcher(address).find();
			String kind = (document ? ofDocument(address) : kinds.apply(address)).replaceAll("=[^&]*", "=");
			if (met.merge(kind, 1, Integer::sum) > (document ? 1 : each)) {
				continue;
			}
			Answer answer = open(address);
			if (answer.redirect() != null && answer.redirect().startsWith("/")) {
				next.add(answer.redirect());
				continue;
			}
			seen.put(address, answer);
			if (answer.isPage()) {
				for (Element link : answer.document().select("a[href^=/]")) {
					String href = link.attr("href").replaceAll("#.*$", "");
					if (known.add(href)) {
						next.add(href);
					}
				}
			}
		}
		return seen;
	}

	private record Walker(Accounts accounts, String email) {
	}

	/** What an address answered. */
	public record Answer(String address, int status, String contentType, String timing, String body,
			@Nullable String redirect) {

		public boolean isPage() {
			return this.contentType.startsWith("text/html");
		}

		public Document document() {
			return Jsoup.parse(this.body);
		}

		/** SQL statements it took. */
		public int statements() {
			return Integer.parseInt(this.timing.replaceAll("\\D", ""));
		}

	}

}
