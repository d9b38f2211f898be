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

	private int version;

	@NotBlank
	@Size(max = 120)
	@Typed(Typed.As.NAME_AND_FUNCTION)
	private String signatory = "";

	@NotNull
	@Day(DayKind.PAST)
	private @Nullable LocalDate on;

	static SignatureForm of(Mandate mandate, LocalDate today) {
		SignatureForm form = new SignatureForm();
		form.version = mandate.getVersion();
		form.signatory = (mandate.getSignatory() != null) ? mandate.getSignatory() : "";
		form.on = (mandate.getSignedOn() != null) ? mandate.getSignedOn() : today;
		return form;
	}

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public String getSignatory() {
		return this.signatory;
	}

	public void setSignatory(String signatory) {
		this.signatory = signatory;
	}

	public @Nullable LocalDate getOn() {
		return this.on;
	}

	public void setOn(@Nullable LocalDate on) {
		this.on = on;
	}

}
