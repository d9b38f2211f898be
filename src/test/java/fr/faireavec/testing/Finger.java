package fr.faireavec.testing;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** Signs on a screen, in a room or at a meeting. */
public final class Finger {

	private Finger() {
	}

	/** Picks a name on the list of « la salle ». */
	public static void choose(Page page, String name) {
		page.locator("a.name-row", new Page.LocatorOptions().setHasText(name)).click();
	}

	/** A stroke by finger across the frame. */
	public static void draw(Page page, int down) {
		page.locator("canvas").scrollIntoViewIfNeeded();
		BoundingBox frame = page.locator("canvas").boundingBox();
		page.mouse().move(frame.x + 20, frame.y + 30 + down / 3.0);
		page.mouse().down();
		for (int i = 1; i <= 12; i++) {
			page.mouse().move(frame.x + 20 + i * 18, frame.y + 30 + down / 3.0 + 18 * Math.sin(i));
		}
		page.mouse().up();
	}

	/** Waits for the page of that title. */
	public static void await(Page page, String title) {
		page.locator("h1", new Page.LocatorOptions().setHasText(title)).waitFor();
	}

}
