package fr.faireavec.parcours;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody went back on the end of a parcours: what ended with it goes on; what was
 * cancelled stays cancelled.
 *
 * @param from how it had ended: closed, archived or cancelled
 * @param endedOn the day it had
 */
public record ParcoursReopened(UUID parcoursId, ParcoursStatus from, LocalDate endedOn) {
}
