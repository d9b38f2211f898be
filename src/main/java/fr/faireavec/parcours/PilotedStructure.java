package fr.faireavec.parcours;

import java.util.UUID;

/**
 * A structure somebody pilots or copilots in a parcours, by its enrolment and its name.
 */
public record PilotedStructure(UUID enrolmentId, String name) {
}
