package fr.faireavec.jobs;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a job is doing: when it last went well and last failed, how many failures in a row,
 * when it runs next; null where it never did, or where this installation runs no jobs.
 */
public record JobStanding(String name, @Nullable Instant lastSuccess, @Nullable Instant lastFailure, int failuresInARow,
		@Nullable Instant nextRun, boolean running) {

}
