package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A parcours was closed on that day: enrolments still active are completed.
 *
 * @param reason why it was closed although not everything was held or cancelled: what is
 * still open is cancelled for it; null when nothing was
 */
public record ParcoursClosed(UUID parcoursId, LocalDate on, @Nullable String reason) {
}
