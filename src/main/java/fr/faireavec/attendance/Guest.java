package fr.faireavec.attendance;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who came without a mandate. Name at most 120 characters, organisation 150.
 *
 * @param represents the enrolment she stands for that day, if any
 * @param onlyHalf 1 or 2 when she was there that half of the day only; null: all of it
 */
public record Guest(String name, String organisation, @Nullable UUID represents, @Nullable Integer onlyHalf) {
}
