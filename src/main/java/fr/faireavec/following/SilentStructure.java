package fr.faireavec.following;

import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A structure that has noted nothing for six weeks.
 *
 * @param lastNotedOn the day it last noted an action; null when it never did
 */
public record SilentStructure(UUID enrolmentId, String name, @Nullable LocalDate lastNotedOn) {
}
