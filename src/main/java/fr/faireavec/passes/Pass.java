package fr.faireavec.passes;

import java.util.UUID;

/**
 * What a link opens: to whom it was given, for what, about what.
 *
 * @param purpose of the room that gave it, as in « agenda.feed »
 * @param holderId a person, or what the room that gave it knows a guest by
 * @param subjectId the holder's own id when it is about nothing else
 */
public record Pass(UUID id, String purpose, UUID holderId, UUID subjectId) {
}
