package fr.faireavec.announcements;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something a structure took back.
 *
 * @param actionId the action it does not want told; null for its own name, in the
 * narrative
 */
public record Withheld(UUID enrolmentId, @Nullable UUID actionId, Instant at) {
}
