package fr.faireavec.journal;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody began to write, to be taken up again.
 *
 * @param actionId the action it completes; null when it is to become one
 * @param title blank where none was typed yet
 */
public record KeptDraft(UUID id, @Nullable UUID actionId, String title, Instant keptAt) {

}
