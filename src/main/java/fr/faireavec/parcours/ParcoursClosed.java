package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.UUID;

/** A parcours was closed on that day: enrolments still active are completed. */
public record ParcoursClosed(UUID parcoursId, LocalDate on) {
}
