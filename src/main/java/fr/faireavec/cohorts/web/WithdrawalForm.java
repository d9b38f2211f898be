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

	private int version;

	@NotNull
	@Day(DayKind.COURSE)
	private @Nullable LocalDate on;

	@NotBlank
	@Size(max = 500)
	private String reason = "";

	static WithdrawalForm of(Enrolment enrolment, LocalDate on) {
		WithdrawalForm form = new WithdrawalForm();
		form.version = enrolment.getVersion();
		form.on = on;
		return form;
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public @Nullable LocalDate getOn() {
		return this.on;
	}

	public void setOn(@Nullable LocalDate on) {
		this.on = on;
	}

	public String getReason() {
		return this.reason;
	}

	public void setReason(String reason) {
		this.reason = reason;
	}

}
