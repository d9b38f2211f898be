package fr.faireavec.web;

import org.jspecify.annotations.Nullable;

/** One choice of a select, of radio buttons or of ticks; the hint is shown below it. */
public record Option(String value, String label, @Nullable String hint) {

	public Option(String value, String label) {
		this(value, label, null);
	}

}
