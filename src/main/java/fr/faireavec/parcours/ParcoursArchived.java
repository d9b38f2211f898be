package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.UUID;

/** A closed parcours was archived on that day: its mandates end. */
public record ParcoursArchived(UUID parcoursId, LocalDate on) {
}
