package fr.faireavec.planning.web;

import java.time.LocalDate;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Until when answers are taken. */
class ExtensionForm {

	public int version;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate closesOn;

	static ExtensionForm of(int version, LocalDate closesOn) {
		ExtensionForm form = new ExtensionForm();
		form.version = version;
		form.closesOn = closesOn;
		return form;
	}

}
