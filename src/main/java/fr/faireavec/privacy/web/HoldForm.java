package fr.faireavec.privacy.web;

import java.time.LocalDate;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.privacy.ErasureNotices.Notice;
import fr.faireavec.web.Day;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Until when evidence is kept. */
class HoldForm {

	@NotNull
	@Day(DayKind.TERM)
	public @Nullable LocalDate until;

	/** A year more, unless somebody says otherwise. */
	static HoldForm of(Notice notice) {
		HoldForm form = new HoldForm();
		form.until = notice.goesOn().plusYears(1);
		return form;
	}

}
