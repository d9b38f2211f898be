package fr.faireavec.bilans;

import java.time.LocalDate;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.Refusal;

/**
 * What a bilan covers: from one day to another, both included.
 */
public record Period(LocalDate from, LocalDate to) {

	public Period {
		DayKind.FILTER.require("from", from, from);
		DayKind.FILTER.require("to", to, to);
		if (to.isBefore(from)) {
			throw Refusal.of("to", "bilans.period.inverted");
		}
	}

}
