package fr.faireavec.syntheses;

import java.time.Instant;
import java.util.UUID;

/**
 * A parcours whose public page is open.
 *
 * @param version of the bilan whose figures it shows
 */
public record PublicSynthesis(UUID id, UUID parcoursId, int version, Instant openedAt) {
}
