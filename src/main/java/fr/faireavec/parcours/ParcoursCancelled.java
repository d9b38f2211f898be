package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A parcours was given up on that day: its mandates end, and what is still open in it is
 * cancelled for that reason.
 */
public record ParcoursCancelled(UUID parcoursId, LocalDate on, String reason) {
}
