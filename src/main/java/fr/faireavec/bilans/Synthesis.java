package fr.faireavec.bilans;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the animation adds to the first page of a bilan, frozen with it.
 *
 * @param reasons why a figure is far from what was planned, by its key; at most
 * {@value #LONGEST_REASON} characters each
 * @param action the place, among those told, of the one action told there; null for none
 */
public record Synthesis(Map<String, String> reasons, @Nullable Integer action) {

	/** In characters. */
	public static final int LONGEST_REASON = 300;

	/** Of what was published before there was one. */
	public static final Synthesis NONE = new Synthesis(Map.of(), null);

	public Synthesis {
		reasons = Map.copyOf(reasons);
	}

	String reason(String key) {
		return this.reasons.getOrDefault(key, "");
	}

}
