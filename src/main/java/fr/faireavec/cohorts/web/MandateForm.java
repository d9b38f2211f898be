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
	public @Nullable MandateRole role;

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	public String givenName = "";

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.NAME)
	public String familyName = "";

	@Typed(Typed.As.EMAIL)
	@Size(max = 254)
	public String email = "";

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate from;

	@Size(max = 100)
	public String answered = "";

	static MandateForm blank(MandateRole role, LocalDate from) {
		MandateForm form = new MandateForm();
		form.role = role;
		form.from = from;
		return form;
	}

	/** Only once the form has no error. */
	Nomination toNomination() {
		return new Nomination(this.key, new AccountKeeping.Name(this.givenName, this.familyName),
				this.email.isEmpty() ? null : this.email, Objects.requireNonNull(this.role),
				Objects.requireNonNull(this.from), this.answered);
	}

}
