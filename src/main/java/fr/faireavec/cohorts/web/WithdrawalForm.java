package fr.faireavec.cohorts.web;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When and why a structure leaves. */
class WithdrawalForm {

	public int version;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate on;

	@NotBlank
	@Size(max = 500)
	public String reason = "";

	static WithdrawalForm of(Enrolment enrolment, LocalDate on) {
		WithdrawalForm form = new WithdrawalForm();
		form.version = enrolment.getVersion();
		form.on = on;
		return form;
	}

}
