package fr.faireavec.correspondence;

import java.time.Instant;
import java.util.UUID;

import fr.faireavec.kernel.Identified;
import fr.faireavec.kernel.Refusal;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** When one parcours writes by itself; it has the parcours's id. */
@Entity
public class LetterPlan extends Identified {

	/** Days before a date. */
	static final int LONGEST = 90;

	private static final int LONGEST_REMINDER = 60;

	private int convenedDays;

	private @Nullable Integer firstReminderDays;

	private @Nullable Integer lastReminderDays;

	private boolean nudged;

	private @Nullable Instant pausedAt;

	@SuppressWarnings("NullAway.Init")
	protected LetterPlan() {
	}

	/** As long as nobody decided otherwise. */
	LetterPlan(UUID parcoursId) {
		super(parcoursId);
		Terms terms = Terms.PROPOSED;
		this.convenedDays = terms.convenedDays();
		this.firstReminderDays = terms.firstReminderDays();
		this.lastReminderDays = terms.lastReminderDays();
		this.nudged = terms.nudged();
	}

	/**
	 * @throws Refusal when a number of days is out of bounds, or the last reminder would
	 * not come last
	 */
	void agree(Terms terms) {
		require("convenedDays", terms.convenedDays(), LONGEST);
		require("firstReminderDays", terms.firstReminderDays(), LONGEST_REMINDER);
		require("lastReminderDays", terms.lastReminderDays(), LONGEST_REMINDER);
		Integer first = terms.firstReminderDays();
		Integer last = terms.lastReminderDays();
		if (first != null && last != null && last >= first) {
			throw Refusal.of("lastReminderDays", "correspondence.lastReminder.notLast", first);
		}
		this.convenedDays = terms.convenedDays();
		this.firstReminderDays = first;
		this.lastReminderDays = last;
		this.nudged = terms.nudged();
	}

	private static void require(String field, @Nullable Integer days, int longest) {
		if (days != null && (days < 1 || days > longest)) {
			throw Refusal.of(field, "correspondence.days", 1, longest);
		}
	}

	void pause(Instant at) {
		if (this.pausedAt == null) {
			this.pausedAt = at;
		}
	}

	void resume() {
		this.pausedAt = null;
	}

	/** -1 as long as nobody decided: the first decision has a version of its own. */
	@Override
	public int getVersion() {
		return isNew() ? -1 : super.getVersion();
	}

	public Terms getTerms() {
		return new Terms(this.convenedDays, this.firstReminderDays, this.lastReminderDays, this.nudged);
	}

	/** Whether none of its letters leaves. */
	public boolean isPaused() {
		return this.pausedAt != null;
	}

	/**
	 * What a parcours chooses, in days before a date.
	 *
	 * @param firstReminderDays null for none
	 * @param lastReminderDays null for none
	 * @param nudged whether structures that note nothing are asked for news each month
	 */
	public record Terms(int convenedDays, @Nullable Integer firstReminderDays, @Nullable Integer lastReminderDays,
			boolean nudged) {

		/**
		 * What the application proposes; the columns of a parcours without a row say the
		 * same.
		 */
		public static final Terms PROPOSED = new Terms(21, 7, 2, true);

	}

}
