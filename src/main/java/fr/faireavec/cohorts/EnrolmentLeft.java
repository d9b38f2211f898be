package fr.faireavec.cohorts;

/**
 * The day a structure leaves has come: its mandates have ended, its meetings to come are
 * cancelled, its past stays.
 */
public record EnrolmentLeft(Enrolment enrolment) {
}
