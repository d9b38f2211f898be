package fr.faireavec.exchanges;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said, as it is read.
 *
 * @param structure the one they spoke for; null for the animation
 */
public record Comment(UUID id, int version, UUID authorId, String author, @Nullable String structure, String words,
		Instant writtenAt, boolean corrected) {
}
