package fr.faireavec.evidence;

import java.util.UUID;

/**
 * A photo anybody may see today.
 *
 * @param label what it shows
 * @param credit what is written beside it; may be empty
 */
public record PublicPhoto(UUID id, UUID actionId, String label, String credit) {
}
