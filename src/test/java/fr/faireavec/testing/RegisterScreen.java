package fr.faireavec.testing;

import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/**
 * The register of a day on somebody's screen, with or without network.
 */
public record RegisterScreen(Page page) {

	/** Waits until the device has the page, and can open it again by itself. */
	public void isKept() {
		until("""
				(async () => {
					for (const one of await caches.keys()) {
						if ((await (await caches.open(one)).keys()).length > 5) { return true; }
					}
					return false;
				})()""");
	}

	/** Says of somebody that they are there, or not. */
	public void press(String name, String answer) {
		line(name).locator("form.choices button")
			.filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + answer + "\\s*$")))
			.click();
	}

	/** Somebody's line. */
	public Locator line(String name) {
		return first(this.page.locator("table.register tbody tr"), name);
	}

	/** What waits of somebody, or says so. */
	public Locator waiting(String words) {
		return first(this.page.locator("#attente li"), words);
	}

	/** Waits until that many presses wait on the device. */
	public void waits(int many) {
		this.page.waitForFunction("(many) => document.querySelectorAll('#attente li').length === many", many);
	}

	/** Waits until all that was pressed is in the register. */
	public void nothingWaits() {
		until("waiting.all().then((all) => !all.length && !document.querySelector('#attente li'))");
	}

	/** Waits for what a promise says. */
	public void until(String promised) {
		for (int i = 0; i < 200; i++) {
			if (Boolean.TRUE.equals(this.page.evaluate(promised))) {
				return;
			}
			this.page.waitForTimeout(100);
		}
		throw new AssertionError("never: " + promised);
	}

	private static Locator first(Locator rows, String words) {
		return rows.filter(new Locator.FilterOptions().setHasText(words)).first();
	}

}
