package fr.faireavec.cohorts.web;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.cohorts.Nomination;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody whom a structure names pilot or copilot. */
class MandateForm extends KeyedForm {

	@NotNull
	private @Nullable MandateRole role;

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	private String givenName = "";

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	private String familyName = "";

	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	private String email = "";

	@NotNull
	@Day(DayKind.COURSE)
	private @Nullable LocalDate from;

	@Size(max = 100)
	private String answered = "";

	static MandateForm blank(MandateRole role, LocalDate from) {
		MandateForm form = new MandateForm();
		form.role = role;
		form.from = from;
		return form;
	}

	/** Only once the form has no error. */
	Nomination toNomination() {
		return new Nomination(getKey(), new AccountKeeping.Name(this.givenName, this.familyName),
				this.email.isEmpty() ? null : this.email, Objects.requireNonNull(this.role),
				Objects.requireNonNull(this.from), this.answered);
	}

	public @Nullable MandateRole getRole() {
		return this.role;
	}

	public void setRole(@Nullable MandateRole role) {
		this.role = role;
	}

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

	public String getAnswered() {
		return this.answered;
	}

	public void setAnswered(String answered) {
		this.answered = answered;
	}

	public @Nullable LocalDate getFrom() {
		return this.from;
	}

	public void setFrom(@Nullable LocalDate from) {
		this.from = from;
	}

}
