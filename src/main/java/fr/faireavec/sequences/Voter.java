package fr.faireavec.sequences;

import java.util.UUID;

/**
 * Somebody who stands for a structure, as its pilot or copilot. Who stands for two is
 * twice a voter and one person.
 */
public record Voter(UUID person, UUID structure) {
}
