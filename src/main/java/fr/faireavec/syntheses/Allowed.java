package fr.faireavec.syntheses;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something a structure lets the public page show.
 *
 * @param actionId an action; null for its name
 */
public record Allowed(UUID enrolmentId, @Nullable UUID actionId) {
}
