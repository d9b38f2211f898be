package fr.faireavec.holidays;

import java.time.LocalDate;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Days without school in zone B.
 *
 * @param firstDay the first day without school
 * @param back the day school begins again, excluded; none while it is not published
 * @param name what it is called, with its year: « Vacances de Printemps 2027 »
 * @param source where it is published
 */
public record SchoolHoliday(LocalDate firstDay, @Nullable LocalDate back, String name, String source) {

	/** Of holidays whose end is not known, the first day alone is sure. */
	boolean covers(LocalDate day) {
		return day.equals(this.firstDay)
				|| (this.back != null && day.isAfter(this.firstDay) && day.isBefore(this.back));
	}

	/** The first day of which nothing more is said. */
	LocalDate knownUntil() {
		return (this.back != null) ? this.back : this.firstDay.plusDays(1);
	}

	/** Whether both say something of one day. */
	boolean meets(SchoolHoliday other) {
		return this.firstDay.isBefore(other.knownUntil()) && other.firstDay.isBefore(knownUntil());
	}

	/** Whether both hold the same days. */
	boolean isSameAs(SchoolHoliday other) {
		return this.firstDay.equals(other.firstDay) && Objects.equals(this.back, other.back);
	}

}
