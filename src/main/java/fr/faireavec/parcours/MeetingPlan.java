package fr.faireavec.parcours;

import jakarta.persistence.Embeddable;

/**
 * Where one individual meeting falls in a parcours: its rank, the day it follows, what it
 * is for.
 */
@Embeddable
public record MeetingPlan(int rank, int afterSessionRank, String purpose) {
}
