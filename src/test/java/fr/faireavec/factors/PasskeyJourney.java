package fr.faireavec.factors;

import java.util.UUID;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.signin.DemoAccounts;
import fr.faireavec.testing.Browser;
import fr.faireavec.testing.DemoTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A passkey made, used, renamed and removed in a real browser with its own authenticator.
 */
@DemoTest
class PasskeyJourney {

	private static final String EMAIL = "hugo.lemaire@demo.example";

	@LocalServerPort
	private int port;

	@Autowired
	private DemoAccounts demo;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aPasskeyOpensTheDoorByItself() {
		try (Browser browser = Browser.open()) {
			Page page = browser.window(390, ColorScheme.LIGHT, true);
			authenticator(page, true);
			byPassword(page);
			page.navigate(url("/mon-compte/cles"));
			page.click("[data-ceremony=create] button");
			page.waitForSelector(".means");
			assertThat(page.textContent("main")).contains("Clé du");
			assertThat(keys()).isEqualTo(1);

			page.click(".means a");
			page.fill("input[name=name]", "Téléphone d’Hugo");
			page.click("main form button[type=submit]");
			page.waitForSelector(".means");
			assertThat(page.textContent(".means")).contains("Téléphone d’Hugo");

			signOut(page);
			page.navigate(url("/connexion"));
			page.click("[data-ceremony=get] button");
			page.waitForURL((address) -> !address.contains("/connexion"));
			assertThat(page.textContent("header")).contains("Hugo Lemaire");
			assertThat(this.jdbc.sql("SELECT last_used_at IS NOT NULL FROM passkey WHERE account_id = :account")
				.param("account", account())
				.query(Boolean.class)
				.single()).isTrue();

			page.navigate(url("/mon-compte/cles"));
			page.click(".means button.danger");
			page.waitForSelector("main:not(:has(.means))");
			assertThat(keys()).isZero();

			signOut(page);
			page.navigate(url("/connexion"));
			page.click("[data-ceremony=get] button");
			page.waitForSelector("[data-passkey-trouble]:not([hidden])");
			assertThat(page.url()).endsWith("/connexion");
		}
	}

	/** Without a finger, a face or a PIN it is one factor only, and none of ours. */
	@Test
	void aKeyThatVerifiesNobodyIsNotTaken() {
		try (Browser browser = Browser.open()) {
			Page page = browser.window(1280, ColorScheme.DARK, true);
			authenticator(page, false);
			byPassword(page);
			page.navigate(url("/mon-compte/cles"));
			page.click("[data-ceremony=create] button");
			page.waitForSelector("[data-passkey-trouble]:not([hidden])");
			assertThat(keys()).isZero();
		}
	}

	private static void authenticator(Page page, boolean verifies) {
		CDPSession session = page.context().newCDPSession(page);
		session.send("WebAuthn.enable");
		JsonObject options = new JsonObject();
		options.addProperty("protocol", "ctap2");
		options.addProperty("transport", "internal");
		options.addProperty("hasResidentKey", true);
		options.addProperty("hasUserVerification", true);
		options.addProperty("isUserVerified", verifies);
		options.addProperty("automaticPresenceSimulation", true);
		JsonObject arguments = new JsonObject();
		arguments.add("options", options);
		session.send("WebAuthn.addVirtualAuthenticator", arguments);
	}

	private void byPassword(Page page) {
		page.navigate(url("/connexion"));
		Browser.comeIn(page, EMAIL, this.demo.password());
	}

	private void signOut(Page page) {
		page.evaluate("document.querySelector('form[action$=\"/deconnexion\"]').submit()");
		page.waitForURL((address) -> address.contains("au-revoir"));
	}

	private long keys() {
		return this.jdbc.sql("SELECT count(*) FROM passkey WHERE account_id = :account")
			.param("account", account())
			.query(Long.class)
			.single();
	}

	private UUID account() {
		return this.accounts.signingInAs(EMAIL).orElseThrow().getId();
	}

	private String url(String address) {
		return "http://localhost:" + this.port + address;
	}

}
