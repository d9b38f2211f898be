package fr.faireavec.bilans;

import java.time.LocalDate;

import fr.faireavec.kernel.Refusal;

/**
 * What a bilan covers: from one day to another, both included, between 2000 and 2100.
 */
public record Period(LocalDate from, LocalDate to) {

	private static final int EARLIEST = 2000;

	private static final int LATEST = 2100;

	public Period {
		if (from.getYear() < EARLIEST || from.getYear() > LATEST) {
			throw Refusal.of("from", "bilans.period.unlikely");
		}
		if (to.getYear() < EARLIEST || to.getYear() > LATEST) {
			throw Refusal.of("to", "bilans.period.unlikely");
		}
		if (to.isBefore(from)) {
			throw Refusal.of("to", "bilans.period.inverted");
		}
	}

}
