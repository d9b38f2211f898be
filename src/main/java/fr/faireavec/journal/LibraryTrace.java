package fr.faireavec.journal;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where an action comes from in the library, and how many structures took it up.
 *
 * @param originId the address of what it takes up; null where it does, and that is no
 * longer shared
 * @param originStructure null where the other structure stays unnamed
 * @param libraryId its own address there; null where it is not in the library
 */
public record LibraryTrace(@Nullable UUID originId, @Nullable String originTitle, @Nullable String originStructure,
		@Nullable UUID libraryId, int takenUp) {
}
