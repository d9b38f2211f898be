package fr.faireavec.exchanges;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may read what is said of an action.
 *
 * @param structure the one they pilot or copilot; null for the animation
 */
public record Reader(UUID id, String name, @Nullable String structure) {
}
