package fr.faireavec.journal;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an action, or is to come, on a day.
 *
 * @param what {@code journal.story.WHAT} says it
 * @param rank of the session or of the meeting; null for the others
 */
public record StoryLine(LocalDate day, String what, @Nullable Integer rank, boolean toCome) {
}
