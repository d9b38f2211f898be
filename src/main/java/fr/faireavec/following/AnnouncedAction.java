package fr.faireavec.following;

import java.util.UUID;

import fr.faireavec.journal.ActionState;

/** What a structure said that it would try before a day, and where it stands. */
public record AnnouncedAction(UUID id, String title, String structureName, ActionState state) {
}
