package fr.faireavec.bilans;

import java.time.LocalDate;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import org.jspecify.annotations.Nullable;

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

	/** What was asked for; the parcours's own days for what was not. */
	public static Period of(Parcours parcours, @Nullable LocalDate from, @Nullable LocalDate to) {
		return new Period((from != null) ? from : parcours.getStartsOn(), (to != null) ? to : parcours.getEndsOn());
	}

}
