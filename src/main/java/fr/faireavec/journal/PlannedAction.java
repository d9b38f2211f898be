package fr.faireavec.journal;

import java.util.List;
import java.util.UUID;

import fr.faireavec.imports.Reason;
import fr.faireavec.kernel.Warning;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a table would write.
 *
 * @param line where it starts in the file
 * @param actionId the action it is about; null when it is a new one
 * @param version of that action now
 * @param enrolmentId whose it is; null only where that is why it is refused
 * @param details all it would say; null when it is refused
 * @param differences what it says otherwise, column by column
 * @param questions what is to be read before it is written
 */
public record PlannedAction(int line, @Nullable UUID actionId, int version, @Nullable UUID enrolmentId,
		String structure, String title, @Nullable ActionDetails details, List<Difference> differences,
		List<Reason> reasons, List<Warning> questions) {

	/** What becomes of it. */
	public Fate fate() {
		if (!this.reasons.isEmpty()) {
			return Fate.REFUSED;
		}
		return (this.actionId == null) ? Fate.NEW : this.differences.isEmpty() ? Fate.SAME : Fate.CHANGED;
	}

	/** What a line of a table becomes. */
	public enum Fate {

		NEW, CHANGED, SAME, REFUSED

	}

	/** One column that says something else. */
	public record Difference(JournalColumn column, String before, String after) {
	}

}
