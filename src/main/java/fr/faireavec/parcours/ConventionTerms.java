package fr.faireavec.parcours;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a convention says. Number at most 60 characters, amount in euros; the targets are
 * what was « prévu » for F1, F3, F4, F5 and F10, each optional.
 */
@Embeddable
public record ConventionTerms(String number, @Nullable BigDecimal amount, LocalDate startsOn, LocalDate endsOn,
		@Nullable Integer targetStructures, @Nullable Integer targetSessions, @Nullable Integer targetMeetings,
		@Nullable Integer targetPeople, @Nullable Integer targetActions, @Nullable LocalDate reportDueOn,
		@Nullable LocalDate evidenceUntil) {
}
