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
	private String givenName = "";

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	private String familyName = "";

	@NotBlank
	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	private String email = "";

	@NotNull
	private @Nullable Role role = Role.FACILITATOR;

	@Size(max = 100)
	private String answered = "";

	public String getGivenName() {
		return this.givenName;
	}

	public void setGivenName(String givenName) {
		this.givenName = givenName;
	}

	public String getFamilyName() {
		return this.familyName;
	}

	public void setFamilyName(String familyName) {
		this.familyName = familyName;
	}

	public String getEmail() {
		return this.email;
	}

	public void setEmail(String email) {
		this.email = email;
	}

	public @Nullable Role getRole() {
		return this.role;
	}

	public void setRole(@Nullable Role role) {
		this.role = role;
	}

	public String getAnswered() {
		return this.answered;
	}

	public void setAnswered(String answered) {
		this.answered = answered;
	}

}
