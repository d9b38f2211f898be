package fr.faireavec.announcements.web;

import java.time.LocalDate;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** The period of the bilan that is announced. */
class AnnounceForm {

	@NotNull
	@Day(DayKind.FILTER)
	public @Nullable LocalDate from;

	@NotNull
	@Day(DayKind.FILTER)
	public @Nullable LocalDate to;

}
