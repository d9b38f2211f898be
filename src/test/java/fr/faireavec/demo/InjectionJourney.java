package fr.faireavec.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.signin.web.SignedInAs;
import fr.faireavec.testing.Browser;
import fr.faireavec.testing.DemoTest;
import fr.faireavec.testing.Forms;
import fr.faireavec.testing.Spreadsheet;
import fr.faireavec.testing.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * What a hostile hand types (injections.txt) goes through every form found by following
 * links, and is kept where a form takes it; then everybody reads every page and file, and
 * a browser opens them: nothing is executed anywhere.
 */
@DemoTest
@TestPropertySource(properties = "faireavec.test=injections")
@DirtiesContext
class InjectionJourney {

	private static final Path CORPUS = Path.of("src/test/resources/injections.txt");

	/** Strings a form meets in the default suite; all of them in the long one. */
	private static final int SOME = 3;

	/** Pages each reader opens afterwards. */
	private static final int READ = 80;

	private static final Set<String> SCRIPTS = Set.of("/js/", "/webjars/");

	private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u\\{([0-9A-Fa-f]+)}|u([0-9A-Fa-f]{4})|([rnt0]))");

	@LocalServerPort
	private int port;

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Accounts accounts;

	@Autowired
	private DemoCast cast;

	private final List<String> wrong = new ArrayList<>();

	@Test
	void nothingTypedIsEverExecuted() {
		attack(SOME);
	}

	@Test
	@Tag("scan")
	void nothingOfTheWholeCorpusIsEverExecuted() {
		attack(Integer.MAX_VALUE);
	}

	private void attack(int most) {
		List<String> corpus = corpus();
		assertThat(corpus).hasSizeGreaterThan(200);
		int kept = 0;
		Set<String> typed = new HashSet<>();
		int at = 0;
		for (String who : List.of("ines.carpentier", "claire.vasseur", "admin")) {
			for (Found found : forms(who, typed)) {
				int fields = Math.max(1, (int) found.form().fields().stream().filter(InjectionJourney::isText).count());
				int passes = Math.min(most, (corpus.size() + fields - 1) / fields);
				for (int pass = 0; pass < passes; pass++) {
					kept += type(who, found, corpus, at) ? 1 : 0;
					at += fields;
				}
			}
		}
		assertThat(kept).as("forms that kept what was typed").isGreaterThan(50);
		Map<String, Map<String, Visitor.Answer>> read = new LinkedHashMap<>();
		for (String who : List.of("ines.carpentier", "hugo.lemaire", "claire.vasseur", "admin", "helene.martel")) {
			read.put(who, visitor(who).walk(READ));
		}
		read.values().forEach((pages) -> pages.forEach(this::read));
		for (String who : List.of("claire.vasseur", "ines.carpentier", "admin")) {
			browse(who, Objects.requireNonNull(read.get(who)));
		}
		assertThat(this.wrong).isEmpty();
	}

	/** Negative control: the reader notices what it is there to notice. */
	@Test
	void theReaderNoticesWhatItIsThereToNotice() {
		List.of("<p>1337</p>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
				"<a href=' javascript:alert(1)'>x</a>", "<iframe></iframe>", "<div hx-get='/deconnexion'></div>")
			.forEach((page) -> {
				this.wrong.clear();
				inspect("/", Jsoup.parse(page));
				assertThat(this.wrong).as(page).isNotEmpty();
			});
		this.wrong.clear();
		cells("/x.csv", "\"a,=1+1\"\r\n");
		assertThat(this.wrong).isNotEmpty();
	}

	/** Fills a form as its page shows it now; true when it was taken. */
	private boolean type(String who, Found found, List<String> corpus, int from) {
		Visitor.Answer page = visitor(who).open(found.page());
		Element element = page.document()
			.select("form[method=post]")
			.stream()
			.filter((form) -> form.attr("action").equals(found.form().action()))
			.findFirst()
			.orElse(null);
		if (element == null) {
			return false;
		}
		RoughInputTests.Form form = RoughInputTests.Form.of(element);
		var request = this.mvc.post()
			.uri(URI.create(form.action()))
			.with(SignedInAs.account(this.accounts.signingInAs(who + "@demo.example").orElseThrow().getId()))
			.with(csrf());
		int n = from;
		for (RoughInputTests.Field field : form.fields()) {
			String value = isText(field) ? corpus.get(n++ % corpus.size()) : chosen(element, field);
			request = request.param(field.name(), value);
		}
		MockHttpServletResponse response = request.exchange().getResponse();
		if (response.getStatus() >= 500) {
			this.wrong
				.add(form.action() + " answers " + response.getStatus() + " to " + corpus.get(from % corpus.size()));
		}
		if (String.valueOf(response.getHeader("Set-Cookie")).contains("injected")
				|| String.valueOf(response.getHeader("Location")).contains("evil.example")) {
			this.wrong.add(form.action() + " lets a header be injected");
		}
		String body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
		if (String.valueOf(response.getContentType()).startsWith("text/html")) {
			inspect("POST " + form.action(), Jsoup.parse(body));
		}
		return response.getStatus() == 302;
	}

	/** What a browser would send for a choice or a date left as it is. */
	private static String chosen(Element form, RoughInputTests.Field field) {
		Element shown = form.selectFirst("[name=\"" + field.name() + "\"]");
		if (shown != null && shown.is("select")) {
			Element option = shown.selectFirst("option[selected]");
			Element first = shown.selectFirst("option[value~=.+]");
			return (option != null) ? option.attr("value") : (first != null) ? first.attr("value") : "";
		}
		Element ticked = form.selectFirst("[name=\"" + field.name() + "\"][checked]");
		if (ticked != null) {
			return ticked.attr("value");
		}
		if (field.value().isEmpty()) {
			return switch (field.type()) {
				case "date" -> java.time.LocalDate.now(java.time.ZoneOffset.UTC).plusDays(40).toString();
				case "time" -> "09:30";
				case "email" -> "quelqu.un@demo.example";
				default -> "";
			};
		}
		return field.value();
	}

	private static boolean isText(RoughInputTests.Field field) {
		return field.typed() && List.of("text", "textarea", "").contains(field.type());
	}

	/** One of each kind, but those somebody else has typed in. */
	private List<Found> forms(String who, Set<String> typed) {
		Map<String, Found> forms = new LinkedHashMap<>();
		visitor(who).walk().forEach((address, answer) -> {
			if (answer.isPage()) {
				for (Element element : answer.document().select("form[method=post]")) {
					RoughInputTests.Form form = RoughInputTests.Form.of(element);
					String kind = Forms.kind(element);
					if (!typed.contains(kind) && element.select("input[type=file]").isEmpty()
							&& form.fields().stream().anyMatch(InjectionJourney::isText)) {
						forms.putIfAbsent(kind, new Found(address, form));
					}
				}
			}
		});
		typed.addAll(forms.keySet());
		return List.copyOf(forms.values());
	}

	private void read(String address, Visitor.Answer answer) {
		if (answer.status() >= 500) {
			this.wrong.add(address + " answers " + answer.status());
		}
		if (answer.isPage()) {
			inspect(address, answer.document());
		}
		else if (answer.contentType().startsWith("text/csv")) {
			cells(address, answer.body());
		}
	}

	/** What a page of ours never holds, whatever was typed. */
	private void inspect(String address, Document page) {
		for (Element script : page.select("script")) {
			if (SCRIPTS.stream().noneMatch((home) -> script.attr("src").startsWith(home))) {
				this.wrong.add(address + " holds a script: " + script);
			}
		}
		page.select("iframe, object, embed, base, style, meta[http-equiv=refresh], math, marquee, isindex, keygen")
			.forEach((element) -> this.wrong.add(address + " holds " + element));
		for (Element element : page.getAllElements()) {
			for (Attribute attribute : element.attributes()) {
				String name = attribute.getKey().toLowerCase(Locale.ROOT);
				String value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
				boolean address1 = List.of("href", "src", "action", "formaction", "xlink:href").contains(name);
				boolean elsewhere = address1 && (value.startsWith("javascript:") || value.startsWith("vbscript:")
						|| value.startsWith("data:text") || value.contains("evil.example"));
				if (name.startsWith("on") || name.startsWith("hx-on") || name.startsWith("data-hx") || elsewhere
						|| (name.equals("hx-get") && value.contains("deconnexion"))) {
					this.wrong.add(address + " holds " + element.tagName() + " " + name + "=" + value);
				}
			}
		}
		// A fingerprint may hold those figures by chance.
		page.select(".hash").remove();
		String text = page.text();
		if (text.contains("1337") || text.contains("uid=0(") || text.contains("root:x:")) {
			this.wrong.add(address + " worked out what was typed");
		}
	}

	/** What a spreadsheet would run. */
	private void cells(String address, String csv) {
		Spreadsheet.formulas(csv).forEach((cell) -> this.wrong.add(address + " holds a formula, " + cell));
	}

	private void browse(String who, Map<String, Visitor.Answer> pages) {
		try (Browser browser = Browser.open()) {
			Page page = browser.window(1280, ColorScheme.LIGHT, true);
			Set<String> said = new LinkedHashSet<>();
			page.onDialog((dialog) -> {
				said.add(page.url() + " opens a dialog");
				dialog.dismiss();
			});
			page.onConsoleMessage((message) -> {
				if ("error".equals(message.type())) {
					said.add(page.url() + " says " + message.text());
				}
			});
			page.navigate(url("/connexion"));
			Browser.comeIn(page, who + "@demo.example", this.cast.password());
			Set<String> kinds = new LinkedHashSet<>();
			pages.forEach((address, answer) -> {
				String kind = address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "*")
					.replaceAll("^/(parcours|structures|financeurs)/[^/]+", "/$1/*")
					.replaceAll("[?].*", "");
				if (answer.isPage() && answer.status() == 200 && kinds.add(kind)) {
					page.navigate(url(address));
				}
			});
			page.context().close();
			this.wrong.addAll(said);
		}
	}

	private static List<String> corpus() {
		try {
			return Files.readAllLines(CORPUS)
				.stream()
				.filter((line) -> !line.isEmpty() && !line.startsWith("# "))
				.map(InjectionJourney::plain)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String plain(String line) {
		Matcher escape = ESCAPE.matcher(line);
		return escape.replaceAll((found) -> {
			if (found.group(3) != null) {
				return Map.of("r", "\r", "n", "\n", "t", "\t", "0", "\0").get(found.group(3));
			}
			String code = (found.group(1) != null) ? found.group(1) : found.group(2);
			int point = Integer.parseInt(code, 16);
			return Matcher
				.quoteReplacement((point < 0x10000) ? String.valueOf((char) point) : Character.toString(point));
		});
	}

	private Visitor visitor(String who) {
		return new Visitor(this.mvc, this.accounts, who + "@demo.example");
	}

	private String url(String address) {
		return "http://localhost:" + this.port + address;
	}

	/** A form, and the page it was found on. */
	private record Found(String page, RoughInputTests.Form form) {
	}

}
