package fr.faireavec.correspondence;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A letter that will leave by itself unless something changes, to each of these people.
 *
 * @param about what it is about, in words: a day, a meeting, a structure
 * @param dueAt in Paris; not in the past for one that is not held back
 * @param people the names of those it is for
 */
public record ForeseenLetter(UUID parcoursId, Occurrence occurrence, UUID subjectId, String about, LocalDateTime dueAt,
		List<String> people, boolean paused) {

	public ForeseenLetter {
		people = List.copyOf(people);
	}

}
