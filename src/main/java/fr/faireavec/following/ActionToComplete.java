package fr.faireavec.following;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An action that a day that has passed makes one ask about: how did it go?
 *
 * @param occasion what has passed
 * @param day when it was
 * @param rank of that session or meeting; null for its own end
 */
public record ActionToComplete(UUID id, String title, Occasion occasion, LocalDate day, @Nullable Integer rank) {

	/** What makes one ask. */
	public enum Occasion {

		/** The day it was meant for, « d’ici au jour 3 ». */
		SESSION,
		/** The meeting that decided it. */
		MEETING,
		/** Its own end. */
		END

	}

}
