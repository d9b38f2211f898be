package fr.faireavec;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.faireavec.accounts.Person;
import fr.faireavec.testing.Browser;
import fr.faireavec.testing.Cast;
import fr.faireavec.testing.CreateForm;
import fr.faireavec.testing.IntegrationTest;
import fr.faireavec.testing.MatrixWorld;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every form that makes something new, filled in a real browser, then Back, something
 * changed, sent again. What is written here is committed, hence the database of
 * {@code TwoAtOnceTests}.
 */
@IntegrationTest
@Transactional(propagation = Propagation.NOT_SUPPORTED)
@TestPropertySource(properties = "faireavec.tests=two-at-once")
class BackJourney {

	/** A choice nobody made yet is made, and what is folded away opened. */
	private static final String CHOOSE = """
			(form) => {
				form.closest('main').querySelectorAll('details').forEach((one) => one.open = true);
				form.querySelectorAll('select').forEach((one) => {
					if (one.required && !one.value) { one.value = [...one.options].find((o) => o.value).value; }
				});
				const radio = form.querySelector('input[type=radio]');
				if (radio && !form.querySelector('input[type=radio]:checked')) { radio.checked = true; }
			}""";

	@LocalServerPort
	private int port;

	@Autowired
	private MatrixWorld worlds;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private JdbcClient jdbc;

	private final Map<Person, Page> windows = new HashMap<>();

	@TestFactory
	Stream<DynamicTest> backThenAnotherThing() {
		Browser browser = Browser.open();
		MatrixWorld.World world = Objects.requireNonNull(this.transaction.execute((status) -> this.worlds.build()));
		return CreateForm.all(world)
			.filter((create) -> !create.isShownFirst())
			.map((create) -> DynamicTest.dynamicTest(create.toString(), () -> {
				Page page = this.windows.computeIfAbsent(create.filledInBy(world), (who) -> signedIn(browser, who));
				fillGoBackAndSayOtherwise(page, create);
			}))
			.onClose(browser::close);
	}

	private void fillGoBackAndSayOtherwise(Page page, CreateForm create) {
		long before = count(create);
		page.navigate(url(create.page()));
		String key = form(page, create).locator("[name=key]").inputValue();
		send(page, create, create.typed());
		assertThat(flash(page)).isNotBlank();
		assertThat(count(create)).isEqualTo(before + 1);
		back(page, create, key);
		Map<String, String> otherwise = new HashMap<>(create.typed());
		otherwise.putAll(create.other());
		send(page, create, otherwise);
		assertThat(flash(page)).isNotBlank();
		assertThat(count(create)).isEqualTo(before + 2);
	}

	/**
	 * A browser that kept the page shows it as it was; one that asks for it anew is made
	 * to do the same.
	 */
	private void back(Page page, CreateForm create, String key) {
		page.goBack();
		form(page, create).locator("[name=key]").evaluate("(field, key) => field.value = key", key);
	}

	private void send(Page page, CreateForm create, Map<String, String> typed) {
		Locator form = form(page, create);
		form.evaluate(CHOOSE);
		typed.forEach((name, value) -> {
			Locator field = form.locator("[name='" + name + "']").first();
			if ("SELECT".equals(field.evaluate("(one) => one.tagName"))) {
				field.selectOption(value);
			}
			else if ("radio".equals(field.getAttribute("type"))) {
				form.locator("[name='" + name + "'][value='" + value + "']").check();
			}
			else {
				field.fill(value);
			}
		});
		form.locator("button[type=submit]:not([name=apercu])").last().click();
		assertThat(page.locator("main .summary").allInnerTexts()).as(create.toString()).isEmpty();
	}

	private static Locator form(Page page, CreateForm create) {
		return page.locator("form[action='" + create.address() + "']");
	}

	private static String flash(Page page) {
		return page.locator(".flash").first().innerText();
	}

	private long count(CreateForm create) {
		return this.jdbc.sql("SELECT count(*) FROM " + create.table()).query(Long.class).single();
	}

	private Page signedIn(Browser browser, Person person) {
		Page page = browser.window(1280, ColorScheme.LIGHT, true);
		page.navigate(url("/connexion"));
		Browser.comeIn(page, person.getEmail(), Cast.PASSWORD);
		return page;
	}

	private String url(String address) {
		return "http://localhost:" + this.port + address;
	}

}
