package fr.faireavec.attendance;

import java.util.List;
import java.util.UUID;

/**
 * What is about to be said of these lines, or of these guests, is not what they signed:
 * whoever keeps their signatures forgets them now.
 */
public record SignaturesVoid(List<UUID> lines, List<UUID> guests) {
}
