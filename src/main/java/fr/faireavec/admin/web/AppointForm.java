package fr.faireavec.admin.web;

import fr.faireavec.accounts.Role;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody to name facilitator or administrator. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until typed, never null once
													// valid
class AppointForm extends KeyedForm {

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	public String givenName = "";

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	public String familyName = "";

	@NotBlank
	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	public String email = "";

	@NotNull
	public @Nullable Role role = Role.FACILITATOR;

	@Size(max = 100)
	public String answered = "";

}
