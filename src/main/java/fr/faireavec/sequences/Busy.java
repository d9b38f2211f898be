package fr.faireavec.sequences;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * When a facilitator is taken by another parcours: from the start, until the end
 * excluded.
 */
public record Busy(UUID facilitator, LocalDateTime start, LocalDateTime end) {
}
