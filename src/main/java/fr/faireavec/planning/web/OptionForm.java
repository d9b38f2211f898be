package fr.faireavec.planning.web;

import java.time.LocalDate;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** One more date proposed for one of the days. */
class OptionForm {

	public int version;

	@NotNull
	public @Nullable Integer rank;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate date;

}
