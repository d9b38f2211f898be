package fr.faireavec.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import fr.faireavec.evidence.Authorising;
import fr.faireavec.testing.Browser;
import fr.faireavec.testing.DemoTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of page, in a real browser: nothing for axe to say, no sideways scroll,
 * nothing against the CSP.
 */
@DemoTest
@TestInstance(Lifecycle.PER_CLASS)
class LookJourney {

	private static final int NARROWEST = 320;

	private static final int PHONE = 390;

	private static final int SMALL = 360;

	/** Of 49 letters. */
	private static final String LONGEST_WORD = "Interdépartementalisationnellementincoordonnables";

	/** Says that word before whatever a page says, buttons and figures apart. */
	private static final String LONG_WORDS = """
			(word) => {
			  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
			  while (texts.nextNode()) {
			    const text = texts.currentNode;
			    if (text.data.trim() && !text.parentElement.closest('button, .button, option, svg, .visually-hidden, .count, .value, .number')) {
			      text.data = word + ' ' + text.data;
			    }
			  }
			}""";

	private static final int HEIGHT = 900;

	/**
	 * What passes is not told one by one: on a long page, that is most of the work.
	 * Nothing is framed, and no rule asked for reads the style sheets themselves.
	 */
	private static final String VIOLATIONS = """
			async (rules) => {
			  const how = { resultTypes: ['violations'], preload: false, iframes: false, elementRef: false };
			  const found = async (where, what) => (await axe.run(where, { ...how, ...what })).violations
			      .map((one) => one.id + ' ' + one.nodes[0].html);
			  const others = rules.length ? { runOnly: rules.filter((rule) => rule !== 'color-contrast') }
			      : { rules: { 'color-contrast': { enabled: false } } };
			  const fresh = unseen();
			  return [...await found(document, others),
			      ...(fresh.length ? await found({ include: fresh }, { runOnly: ['color-contrast'] }) : [])];
			}""";

	/**
	 * Text in colours, of a size and over a background that no page before had, in the
	 * same window: how two colours stand against each other is judged once, as it is most
	 * of the work.
	 */
	private static final String UNSEEN = """
			() => {
			  window.unseen = () => {
			    const seen = new Set(JSON.parse(sessionStorage.getItem('judged') ?? '[]')), fresh = [];
			    const behind = (element) => {
			      const under = [];
			      for (let one = element; one; one = one.parentElement) {
			        const style = getComputedStyle(one);
			        under.push(style.opacity, style.backgroundImage);
			        if (style.backgroundColor !== 'rgba(0, 0, 0, 0)') under.push(style.backgroundColor);
			        if (/^rgb\\(/.test(style.backgroundColor)) break;
			      }
			      return under.join();
			    };
			    for (const element of document.body.querySelectorAll('*')) {
			      if (![...element.childNodes].some((child) => child.nodeType === 3 && child.data.trim())
			          && !element.matches('input, textarea, select')) continue;
			      const style = getComputedStyle(element);
			      const look = [style.color, style.fontSize, style.fontWeight, style.textShadow, behind(element)].join();
			      if (!seen.has(look)) fresh.push(element);
			      seen.add(look);
			    }
			    sessionStorage.setItem('judged', JSON.stringify([...seen]));
			    return fresh;
			  };
			}""";

	/** What another theme or another width may break; the rest of a page is the same. */
	private static final List<String> OF_LOOKS = List.of("color-contrast", "target-size", "link-in-text-block",
			"scrollable-region-focusable", "aria-hidden-focus", "meta-viewport", "bypass", "button-name", "link-name");

	private static final String AXE = axe();

	/** Words and figures of no great length that stand on two lines. */
	private static final String BROKEN_WORDS = """
			() => {
			  const broken = new Set(), range = document.createRange();
			  const clipped = (element) => element && (element.clientWidth === 1 || clipped(element.parentElement));
			  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			  while (texts.nextNode()) {
			    const text = texts.currentNode, parent = text.parentElement;
			    if (getComputedStyle(parent).hyphens === 'auto' || parent.closest('svg, script, .hash')
			        || !parent.checkVisibility() || clipped(parent)) continue;
			    for (const word of text.data.matchAll(/(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}]{2,16}(?![\\p{L}\\p{N}])/gu)) {
			      range.setStart(text, word.index);
			      range.setEnd(text, word.index + word[0].length);
			      const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top)));
			      if (lines.size > 1) broken.add(word[0]);
			    }
			  }
			  return [...broken].slice(0, 5).join(', ');
			}""";

	/** The innermost thing that goes past the edge. */
	private static final String WIDEST = """
			(width) => {
			  const past = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > width
			    && !one.closest('.scroll, pre'));
			  return past.length ? past.at(-1).outerHTML.slice(0, 160) : '?';
			}""";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DemoCast cast;

	@Autowired
	private Authorising authorising;

	private Browser browser;

	@BeforeAll
	void openTheBrowser() {
		this.browser = Browser.open();
	}

	@AfterAll
	void closeIt() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	private Map<String, List<String>> pages() {
		String sources = "/parcours/sources-fictif";
		String enrolment = id("SELECT e.id FROM enrolment e JOIN structure s ON s.id = e.structure_id "
				+ "JOIN parcours p ON p.id = e.parcours_id WHERE p.slug = 'sources-fictif' AND s.slug = 'recyclerie-du-canal'");
		String meeting = id("SELECT m.id FROM individual_meeting m WHERE m.state = 'HELD' AND m.enrolment_id = '"
				+ enrolment + "'");
		String toFix = id("SELECT m.id FROM individual_meeting m JOIN enrolment e ON e.id = m.enrolment_id "
				+ "JOIN parcours p ON p.id = e.parcours_id WHERE p.slug = 'sources-fictif' AND m.state = 'TO_PLAN' LIMIT 1");
		String action = id(
				"SELECT a.id FROM logged_action a WHERE a.state = 'DONE' AND a.enrolment_id = '" + enrolment + "'");
		UUID people = UUID.fromString(id("SELECT c.piece_id FROM evidence_authorisation c"));
		UUID asked = UUID.fromString(id("SELECT c.id FROM evidence_authorisation c"));
		String evidence = sources + "/journal/" + action + "/pieces";
		String answer = this.authorising.address(asked, people).orElseThrow().replaceFirst("^https?://[^/]+", "");
		String letter = "/_courrier/" + id("SELECT letter_id FROM demo_letter ORDER BY sent_at DESC LIMIT 1");
		String account = "/administration/comptes/"
				+ id("SELECT p.id FROM person p WHERE p.email = 'ines.carpentier@demo.example'");
		String theme = id("SELECT e.id FROM taxonomy_entry e WHERE e.taxonomy = 'THEME' AND e.rank = 1");
		String rate = id("SELECT r.id FROM valuation_rate r ORDER BY r.valid_from DESC LIMIT 1");
		String participation = sources + "/structures/" + enrolment;
		String leaving = sources + "/structures/" + id(
				"SELECT e.id FROM enrolment e JOIN parcours p ON p.id = e.parcours_id WHERE p.slug = 'sources-fictif' AND e.withdrawn_on IS NOT NULL");
		return Map.of("-",
				List.of("/connexion", "/confidentialite", "/verification", "/connexion/mot-de-passe/oublie",
						"/_composants", "/nulle-part", "/_courrier", letter, answer, "/synthese/brune-2023-fictif"),
				"admin",
				List.of("/administration", "/administration/comptes", "/administration/comptes/nouveau", account,
						account + "/modifier", "/administration/courriers", "/administration/audit",
						"/administration/listes", "/administration/listes/niveaux", "/administration/listes/autres",
						"/administration/listes/autres/leviers?mots=troc+de+services", "/administration/listes/themes",
						"/administration/listes/themes/" + theme, "/administration/listes/taux",
						"/administration/listes/taux/" + rate, "/administration/reglages",
						"/administration/reglages/logo", "/administration/vacances", "/administration/donnees",
						"/administration/donnees?q=a", account.replace("comptes", "donnees"),
						account.replace("comptes", "donnees") + "/effacement",
						"/administration/donnees/noms?name=Personne", "/administration/donnees/registre", "/mon-compte",
						"/mon-compte/connexions", "/mon-compte/cles", "/mon-compte/notifications",
						"/mon-compte/disponibilites"),
				"claire.vasseur",
				List.of("/", "/parcours", "/parcours/nouveau", sources, sources + "/structures", participation,
						participation + "/mandats/nouveau?role=PILOT", participation + "/niveaux",
						participation + "/retrait", participation + "/estimation", leaving, leaving + "/retour",
						"/parcours/brune-2023-fictif/reouverture", "/parcours/brune-2023-fictif/modifier",
						sources + "/structures/import", sources + "/seances", sources + "/seances/1",
						sources + "/seances/3", sources + "/seances/4/programmation", sources + "/seances/3/annulation",
						sources + "/seances/3/contenu", sources + "/seances/1/emargement",
						sources + "/seances/3/emargement", sources + "/seances/3/salle", sources + "/rendez-vous",
						sources + "/rendez-vous/" + meeting, sources + "/rendez-vous/" + meeting + "/notes",
						sources + "/rendez-vous/" + meeting + "/signatures",
						sources + "/rendez-vous/" + toFix + "/programmation", sources + "/planification",
						sources + "/planification/dates", sources + "/planification/rendez-vous", sources + "/journal",
						sources + "/journal/suivi", sources + "/journal/calendrier", sources + "/journal/autres",
						sources + "/journal/" + action, sources + "/bilan", sources + "/historique",
						sources + "/modifier", sources + "/animation", sources + "/cloture", sources + "/abandon",
						sources + "/conventions", sources + "/bilan/preuves", "/parcours/brune-2023-fictif/synthese",
						"/parcours/brune-2023-fictif/bilan/cerfa", sources + "/conventions/nouvelle", "/structures",
						"/structures/nouvelle", "/structures/recyclerie-du-canal",
						"/structures/recyclerie-du-canal/modifier", "/financeurs", "/financeurs/region-fictive",
						"/financeurs/nouveau", "/bilans"),
				"ines.carpentier",
				List.of("/", "/mon-compte", "/mon-compte/courriel", "/mon-compte/mes-donnees",
						"/mon-compte/mes-donnees/effacement", "/mon-compte/connexions", "/mon-compte/mot-de-passe",
						sources, participation, sources + "/seances/3", sources + "/sondage", sources + "/rendez-vous",
						sources + "/rendez-vous/" + meeting, sources + "/journal", sources + "/journal?vue=partages",
						sources + "/journal/nouvelle-action", sources + "/journal/import",
						sources + "/journal/" + action, sources + "/journal/" + action + "/modifier",
						sources + "/journal/" + action + "/echanges", evidence, evidence + "/" + people,
						evidence + "/" + people + "/autorisation", evidence + "/" + people + "/autorisations/" + asked),
				"helene.martel", List.of("/bilans", "/parcours/brune-2023-fictif/bilan"));
	}

	@Test
	void lightAndWide() {
		look(1280, ColorScheme.LIGHT, List.of());
	}

	@Test
	void darkOnAPhone() {
		look(PHONE, ColorScheme.DARK, OF_LOOKS);
	}

	private void look(int width, ColorScheme theme, List<String> rules) {
		List<String> wrong = new ArrayList<>();
		pages().forEach((who, addresses) -> {
			Page page = this.browser.window(width, theme, true);
			page.onConsoleMessage((message) -> {
				if ("error".equals(message.type()) && !message.text().contains("404")) {
					wrong.add(page.url() + " says " + message.text());
				}
			});
			if (!"-".equals(who)) {
				signIn(page, who);
			}
			for (String address : addresses) {
				Response response = page.navigate(url(address));
				if (response.status() != 200 && !"/nulle-part".equals(address)) {
					wrong.add(address + " answers " + response.status());
					continue;
				}
				scrollsOnlyDown(page, address, width, wrong);
				breaksNoShortWord(page, address, wrong);
				violations(page, rules).forEach((violation) -> wrong.add(address + " " + violation));
				if (width <= PHONE) {
					page.setViewportSize(NARROWEST, HEIGHT);
					scrollsOnlyDown(page, address, NARROWEST, wrong);
					page.setViewportSize(SMALL, HEIGHT);
					page.evaluate(LONG_WORDS, LONGEST_WORD);
					scrollsOnlyDown(page, address + " with a long word", SMALL, wrong);
					page.setViewportSize(width, HEIGHT);
				}
			}
			page.context().close();
		});
		assertThat(wrong).isEmpty();
	}

	/** Axe's own binding sends its script twice a page, and every rule's story back. */
	static List<String> violations(Page page) {
		return violations(page, List.of());
	}

	/** The same, of these rules alone; of all without any. */
	private static List<String> violations(Page page, List<String> rules) {
		page.evaluate(AXE);
		page.evaluate(UNSEEN);
		List<String> violations = new ArrayList<>();
		((List<?>) page.evaluate(VIOLATIONS, rules)).forEach((violation) -> violations.add(String.valueOf(violation)));
		return violations;
	}

	private static String axe() {
		try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
			return "() => {" + new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8) + "}";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void breaksNoShortWord(Page page, String address, List<String> wrong) {
		String broken = (String) page.evaluate(BROKEN_WORDS);
		if (!broken.isEmpty()) {
			wrong.add(address + " breaks « " + broken + " »");
		}
	}

	private static void scrollsOnlyDown(Page page, String address, int width, List<String> wrong) {
		int wide = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
		if (wide > width) {
			wrong.add(address + " is " + wide + " px wide at " + width + ": " + page.evaluate(WIDEST, width));
		}
	}

	private void signIn(Page page, String who) {
		page.navigate(url("/connexion"));
		Browser.comeIn(page, who + "@demo.example", this.cast.password());
	}

	private String url(String address) {
		return "http://localhost:" + this.port + address;
	}

	private String id(String sql) {
		return this.jdbc.sql(sql).query(String.class).list().getFirst();
	}

}
