package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An action as a bilan shows it. Published only where its structure shares it with the
 * bilan.
 *
 * @param state IDEA, PLANNED, ONGOING, DONE or ABANDONED
 * @param beyond its level is flagged beyond concertation
 * @param contributed hours
 * @param volunteer hours, of those contributed
 * @param amount euros, stored with the action, indicative
 */
public record ActionLine(String structure, String title, String state, @Nullable String theme, @Nullable String level,
		boolean beyond, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn, @Nullable Integer reached,
		@Nullable Integer involved, @Nullable BigDecimal contributed, @Nullable BigDecimal volunteer,
		@Nullable BigDecimal amount, String learning, boolean shared) {

	/**
	 * Whether a published bilan tells it: a try that ended, shared, with its learning.
	 */
	public boolean told() {
		return this.shared && isTellable();
	}

	/** The same, whether its structure shares it or not. */
	boolean isTellable() {
		return "DONE".equals(this.state) || ("ABANDONED".equals(this.state) && !this.learning.isBlank());
	}

}
