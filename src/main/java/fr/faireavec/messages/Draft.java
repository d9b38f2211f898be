package fr.faireavec.messages;

import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is about to write.
 *
 * @param rank the day it is about; null when it is about none
 * @param enrolmentIds the structures chosen; they count where the audience is theirs
 * @param subject one line, 150 characters at the most
 * @param words plain paragraphs, 5,000 characters at the most
 */
public record Draft(Audience audience, @Nullable Integer rank, Set<UUID> enrolmentIds, String subject, String words) {

	public static final int LONGEST_SUBJECT = 150;

	public static final int LONGEST = 5000;

	public Draft {
		enrolmentIds = Set.copyOf(enrolmentIds);
	}

}
