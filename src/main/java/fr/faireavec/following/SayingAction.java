package fr.faireavec.following;

import java.util.UUID;

/** An action that says some words, and whose it is. */
public record SayingAction(UUID id, String title, String structureName, String parcoursName, String slug) {
}
