package fr.faireavec.bilans;

import java.util.UUID;

/** A version was published. */
record BilanPublished(UUID bilanId) {
}
