package fr.faireavec.journal;

import java.util.UUID;

/** How many actions of a structure are in one state. */
public record ActionCount(UUID enrolmentId, ActionState state, int actions) {
}
