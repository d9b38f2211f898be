package fr.faireavec.home.web;

import org.jspecify.annotations.Nullable;

/**
 * Something that awaits somebody: how many, where it is counted, what, a detail, and the
 * one button, which leads to a page or does it there.
 */
public record Todo(@Nullable Long count, String text, @Nullable String detail, String href, String button,
		boolean first, @Nullable Act act) {

	static Todo leading(@Nullable Long count, String text, @Nullable String detail, String href, String button,
			boolean first) {
		return new Todo(count, text, detail, href, button, first, null);
	}

	/** What the button does, once its words were read. */
	public record Act(String text, int version) {
	}

}
