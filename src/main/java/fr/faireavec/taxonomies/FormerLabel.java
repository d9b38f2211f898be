package fr.faireavec.taxonomies;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;

/** What an entry was called until a day. */
@Embeddable
public record FormerLabel(String label, LocalDate until) {
}
