package fr.faireavec.messages;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One message as lists show it.
 *
 * @param rank of the day it is about, null when it is about none
 * @param people how many it was sent to
 * @param unreached how many had no address
 * @param structures theirs, in words
 */
public record MessageRow(UUID id, @Nullable Integer rank, Audience audience, String subject, String words,
		String author, Instant sentAt, int people, int unreached, String structures) {

	public String audienceKey() {
		return "messages.audience." + this.audience;
	}

}
