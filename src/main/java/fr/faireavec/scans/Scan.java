package fr.faireavec.scans;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A page of paper, as it is shown.
 *
 * @param half 1 or 2 where it is of one half-day alone
 * @param page null while nobody knows which it is
 * @param pages how many its sheet has, where its code says so
 */
public record Scan(UUID id, int rank, @Nullable Integer half, @Nullable Integer page, @Nullable Integer pages,
		Instant addedAt, int version) {

	/** Whether it is known which page it is. */
	public boolean isKnown() {
		return this.page != null;
	}

	/** Whether it is to be read beside that half-day's register. */
	public boolean isOf(int ordinal) {
		return isKnown() && (this.half == null || this.half == ordinal);
	}

}
