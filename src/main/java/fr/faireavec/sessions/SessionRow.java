package fr.faireavec.sessions;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One day of a parcours as lists and the chemin show it. No slot while it has no date;
 * the venue is empty when nobody said.
 */
public record SessionRow(UUID id, int rank, String title, SessionState state, @Nullable TimeSlot slot,
		@Nullable Mode mode, String venue) {

}
