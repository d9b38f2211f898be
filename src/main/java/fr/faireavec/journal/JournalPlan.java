package fr.faireavec.journal;

import java.util.List;

import fr.faireavec.journal.PlannedAction.Fate;
import fr.faireavec.kernel.Warning;

/**
 * What a table would write in a journal, line by line; nothing is written yet.
 *
 * @param ignoredColumns headings that say nothing to us
 */
public record JournalPlan(List<PlannedAction> lines, List<String> ignoredColumns) {

	public JournalPlan {
		lines = List.copyOf(lines);
		ignoredColumns = List.copyOf(ignoredColumns);
	}

	/** Those that say something new, or cannot be read. */
	public List<PlannedAction> telling() {
		return this.lines.stream().filter((line) -> line.fate() != Fate.SAME).toList();
	}

	/** Those to write. */
	public List<PlannedAction> toWrite() {
		return this.lines.stream().filter((line) -> line.fate() == Fate.NEW || line.fate() == Fate.CHANGED).toList();
	}

	public long created() {
		return count(Fate.NEW);
	}

	public long changed() {
		return count(Fate.CHANGED);
	}

	public long same() {
		return count(Fate.SAME);
	}

	public long refused() {
		return count(Fate.REFUSED);
	}

	/** What whoever confirms reads first. */
	public List<Warning> questions() {
		return toWrite().stream().flatMap((line) -> line.questions().stream()).distinct().toList();
	}

	private long count(Fate fate) {
		return this.lines.stream().filter((line) -> line.fate() == fate).count();
	}

}
