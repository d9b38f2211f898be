package fr.faireavec.sessions;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One individual meeting as lists show it, without its notes. {@code afterSessionRank} is
 * null for an extra one; no slot while it has no date.
 */
public record MeetingRow(UUID id, UUID enrolmentId, String structure, int rank, boolean extra,
		@Nullable Integer afterSessionRank, String purpose, MeetingState state, @Nullable TimeSlot slot,
		@Nullable String facilitator, String place, boolean noShow) {

}
