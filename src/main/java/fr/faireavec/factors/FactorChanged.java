package fr.faireavec.factors;

import java.util.UUID;

/**
 * Somebody's ways in have changed: what was opened with the old ones may have to close.
 */
public record FactorChanged(UUID accountId) {
}
