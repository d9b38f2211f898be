package fr.faireavec.cohorts.web;

import fr.faireavec.cohorts.Mandate;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day on a mandate no longer holds. */
class MandateEndForm {

	public int version;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate from;

	static MandateEndForm of(Mandate mandate, LocalDate from) {
		MandateEndForm form = new MandateEndForm();
		form.version = mandate.getVersion();
		form.from = from.isBefore(mandate.getStartsOn()) ? mandate.getStartsOn() : from;
		return form;
	}

}
