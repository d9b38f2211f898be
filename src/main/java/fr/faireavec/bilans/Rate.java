package fr.faireavec.bilans;

import org.jspecify.annotations.Nullable;

/** A part of a whole. Both are always printed: a rate alone says little. */
public record Rate(long numerator, long denominator) {

	/**
	 * Whole percent, half up, as large as an integer holds at the most; null, « n. d. »
	 * on screen, when the denominator is 0.
	 */
	public @Nullable Integer percent() {
		return (this.denominator == 0) ? null
				: Math.clamp((this.numerator * 200 + this.denominator) / (this.denominator * 2), 0, Integer.MAX_VALUE);
	}

}
