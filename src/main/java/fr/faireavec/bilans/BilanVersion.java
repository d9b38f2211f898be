package fr.faireavec.bilans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A published version, without what it says. */
public record BilanVersion(UUID parcoursId, int number, BilanKind kind, LocalDate from, LocalDate to,
		Instant publishedAt) {
}
