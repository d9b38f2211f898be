package fr.faireavec.holidays;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The school holidays of zone B that are known, in the order of their days. */
public record SchoolCalendar(List<SchoolHoliday> holidays) {

	public SchoolCalendar {
		holidays = List.copyOf(holidays);
	}

	/** The holidays that day falls in. */
	public Optional<SchoolHoliday> on(LocalDate day) {
		return this.holidays.stream().filter((holiday) -> holiday.covers(day)).findFirst();
	}

	/** Whether holidays that day would be known: they are published a few years ahead. */
	public boolean isPublished(LocalDate day) {
		return this.holidays.stream().anyMatch((holiday) -> day.isBefore(holiday.knownUntil()));
	}

}
