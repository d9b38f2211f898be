package fr.faireavec.slots.web;

import java.util.UUID;

import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One more meeting for a structure. The key makes a double press one meeting. */
class ExtraMeetingForm extends KeyedForm {

	@NotNull
	public @Nullable UUID enrolment;

	@NotBlank
	@Size(max = 150)
	@Typed(Typed.As.LINE)
	public String purpose = "";

}
