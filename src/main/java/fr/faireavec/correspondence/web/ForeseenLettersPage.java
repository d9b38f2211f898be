package fr.faireavec.correspondence.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.correspondence.LetterPlan;

/**
 * What will leave by itself: what is held back, then day by day.
 *
 * @param version of the plan, where the page is of one parcours
 * @param started whether the parcours runs: until then it convenes nobody
 */
record ForeseenLettersPage(List<ForeseenLine> paused, List<Day> days, int letters, LetterPlan.Terms terms, int version,
		boolean allPaused, boolean started) {

	static ForeseenLettersPage of(List<ForeseenLine> lines, LetterPlan plan, boolean started) {
		List<ForeseenLine> paused = plan.isPaused() ? List.of() : lines.stream().filter(ForeseenLine::paused).toList();
		List<Day> days = byDay(lines.stream().filter((line) -> plan.isPaused() || !line.paused()));
		return new ForeseenLettersPage(paused, days, lines.stream().mapToInt((line) -> line.people().size()).sum(),
				plan.getTerms(), plan.getVersion(), plan.isPaused(), started);
	}

	static List<Day> byDay(Stream<ForeseenLine> lines) {
		List<Day> days = new ArrayList<>();
		lines.collect(Collectors.groupingBy(ForeseenLine::getDay, LinkedHashMap::new, Collectors.toList()))
			.forEach((day, found) -> days.add(new Day(day, found)));
		return days;
	}

	/** What leaves one day. */
	record Day(LocalDate day, List<ForeseenLine> lines) {
	}

}
