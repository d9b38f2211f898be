package fr.faireavec.correspondence.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import fr.faireavec.correspondence.ForeseenLetter;

/**
 * A letter that waits, in a list.
 *
 * @param parcours whose letter it is, where the list is of several
 */
public record ForeseenLine(String href, String parcours, String occurrenceKey, String about, LocalDateTime dueAt,
		List<String> people, boolean paused) {

	static ForeseenLine of(String slug, String parcours, ForeseenLetter letter) {
		return new ForeseenLine(
				"/parcours/" + slug + "/courriers/" + letter.occurrence().word() + "/" + letter.subjectId(), parcours,
				"correspondence.occurrence." + letter.occurrence(), letter.about(), letter.dueAt(), letter.people(),
				letter.paused());
	}

	public LocalDate getDay() {
		return this.dueAt.toLocalDate();
	}

}
