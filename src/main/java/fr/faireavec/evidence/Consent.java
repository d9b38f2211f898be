package fr.faireavec.evidence;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody was asked and said, for whoever asked.
 *
 * @param answer null while nothing was said
 * @param answeredBy who said it
 * @param paper whether it was signed on paper
 * @param over whether its last day is over
 */
public record Consent(UUID id, AuthorisationTerms terms, @Nullable Answer answer, @Nullable Instant answeredAt,
		String answeredBy, boolean paper, boolean over) {

	/** Whether it counts. */
	public boolean isStanding() {
		return this.answer == Answer.GIVEN && !this.over;
	}

	/** Whether whoever asked may still end it. */
	public boolean isEndable() {
		return this.answer == null || this.answer == Answer.GIVEN;
	}

}
