package fr.faireavec.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Chromium, as somebody would hold it: started once for the whole test run, its headless
 * shell where there is one, twice as fast. In CI it must be there; elsewhere its tests
 * are skipped without it. Closing it closes the windows opened through it.
 */
public final class Browser implements AutoCloseable {

	private static final List<String> PLACES = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium",
			"/usr/bin/chromium-browser", "/usr/bin/google-chrome",
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

	private static com.microsoft.playwright.@Nullable Browser started;

	private final com.microsoft.playwright.Browser browser;

	private final List<BrowserContext> windows = new ArrayList<>();

	private Browser(com.microsoft.playwright.Browser browser) {
		this.browser = browser;
	}

	/** Ends with the tests: Playwright's own process follows the one that started it. */
	private static com.microsoft.playwright.Browser start(Path executable) {
		return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
			.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(executable)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking",
						"--disable-component-update", "--disable-sync", "--no-first-run")));
	}

	public static Browser open() {
		String named = System.getenv("FAIREAVEC_CHROMIUM");
		Path found = Stream.concat(Stream.ofNullable(named), PLACES.stream())
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst()
			.orElse(null);
		if (found == null && System.getenv("CI") != null) {
			throw new IllegalStateException("No Chromium here: in CI no browser test may be skipped");
		}
		Assumptions.assumeTrue(found != null, "no Chromium on this machine");
		com.microsoft.playwright.Browser running = started;
		if (running == null || !running.isConnected()) {
			running = start(Objects.requireNonNull(found));
			started = running;
		}
		return new Browser(running);
	}

	/** A person's own window, so wide, in one theme. */
	public Page window(int width, ColorScheme theme, boolean script) {
		return window(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 900)
			.setColorScheme(theme)
			.setJavaScriptEnabled(script));
	}

	/** The same in a hand: it is touched. */
	public Page phone(int width) {
		return window(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 844)
			.setHasTouch(true)
			.setIsMobile(true));
	}

	private Page window(com.microsoft.playwright.Browser.NewContextOptions options) {
		BrowserContext context = this.browser.newContext(options.setLocale("fr-FR").setTimezoneId("Europe/Paris"));
		context.setDefaultTimeout(20_000);
		this.windows.add(context);
		return context.newPage();
	}

	/** Says who one is, on the page that asks; with or without script. */
	public static void comeIn(Page page, @Nullable String email, String password) {
		page.locator("#password").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
		// What is open would be folded: it is asked of the page, not of what is drawn
		// yet.
		Locator folded = page.locator("details:not([open]):has(#password) > summary");
		if (folded.count() > 0) {
			folded.click();
		}
		page.fill("#username", Objects.requireNonNull(email));
		page.fill("#password", password);
		page.locator("form:has(#password) button[type=submit]").first().click();
		page.waitForURL((address) -> !address.contains("/connexion"));
	}

	@Override
	public void close() {
		this.windows.forEach(BrowserContext::close);
	}

}
