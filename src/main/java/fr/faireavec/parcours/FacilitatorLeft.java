package fr.faireavec.parcours;

import java.util.UUID;

/** Somebody no longer runs a parcours: what they alone offered in it ends. */
public record FacilitatorLeft(UUID parcoursId, UUID personId) {
}
