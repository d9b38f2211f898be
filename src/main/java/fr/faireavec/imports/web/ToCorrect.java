package fr.faireavec.imports.web;

import java.util.List;

import fr.faireavec.imports.CohortFile;
import fr.faireavec.imports.CohortFile.Cell;
import fr.faireavec.imports.CohortPlan;
import fr.faireavec.imports.PlannedLine;
import fr.faireavec.imports.Reason;

/**
 * A line that is refused, to be corrected on the page or left out.
 *
 * @param reasons of the whole structure, beside the first of its lines
 */
record ToCorrect(int line, String name, List<Reason> reasons, List<Cell> cells) {

	/** Refused structures shown at a time: whatever remains comes afterwards. */
	private static final int MOST = 15;

	static List<ToCorrect> of(CohortPlan plan, CohortFile file) {
		return plan.lines()
			.stream()
			.filter(PlannedLine::isRefused)
			.limit(MOST)
			.flatMap((planned) -> planned.line()
				.lines()
				.stream()
				.map((line) -> new ToCorrect(line, planned.line().name(),
						(line == planned.line().line()) ? planned.reasons() : List.of(), file.cells(line))))
			.toList();
	}

	/** How many refused structures are not shown. */
	static long more(CohortPlan plan) {
		return Math.max(0, plan.refusedLines() - MOST);
	}

}
