package fr.faireavec.cohorts.web;

import fr.faireavec.cohorts.Mandate;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who signed a mandate, and when. */
class SignatureForm {

	public int version;

	@NotBlank
	@Size(max = 120)
	@Typed(Typed.As.NAME_AND_FUNCTION)
	public String signatory = "";

	@NotNull
	@Day(DayKind.PAST)
	public @Nullable LocalDate on;

	static SignatureForm of(Mandate mandate, LocalDate today) {
		SignatureForm form = new SignatureForm();
		form.version = mandate.getVersion();
		form.signatory = (mandate.getSignatory() != null) ? mandate.getSignatory() : "";
		form.on = (mandate.getSignedOn() != null) ? mandate.getSignedOn() : today;
		return form;
	}

}
