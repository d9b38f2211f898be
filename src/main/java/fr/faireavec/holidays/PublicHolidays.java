package fr.faireavec.holidays;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

import org.springframework.stereotype.Component;

/** The public holidays of mainland France. */
@Component
public class PublicHolidays {

	/** The name of the holiday of that day, such as « Lundi de Pâques ». */
	public Optional<String> on(LocalDate day) {
		return HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.FRANCE))
			.getHolidays(day, day)
			.stream()
			.map((Holiday holiday) -> holiday.getDescription(Locale.FRENCH))
			.findFirst();
	}

}
