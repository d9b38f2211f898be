package fr.faireavec.sessions.web;

import java.util.UUID;

import fr.faireavec.kernel.Ids;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One more meeting for a structure. The key makes a double press one meeting. */
class ExtraMeetingForm {

	@NotNull
	private @Nullable UUID key = Ids.next();

	@NotNull
	private @Nullable UUID enrolment;

	@NotBlank
	@Size(max = 150)
	@Typed(Typed.As.LINE)
	private String purpose = "";

	public @Nullable UUID getKey() {
		return this.key;
	}

	public void setKey(@Nullable UUID key) {
		this.key = key;
	}

	public @Nullable UUID getEnrolment() {
		return this.enrolment;
	}

	public void setEnrolment(@Nullable UUID enrolment) {
		this.enrolment = enrolment;
	}

	public String getPurpose() {
		return this.purpose;
	}

	public void setPurpose(String purpose) {
		this.purpose = purpose;
	}

}
