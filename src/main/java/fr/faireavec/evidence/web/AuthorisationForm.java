package fr.faireavec.evidence.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import fr.faireavec.evidence.AuthorisationTerms;
import fr.faireavec.evidence.Purpose;
import fr.faireavec.evidence.Support;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Whom one asks to agree, and to what. */
class AuthorisationForm {

	/** What is proposed: long enough for a bilan and the one after. */
	private static final int YEARS = 2;

	@NotBlank
	@Size(max = 80)
	@Typed(Typed.As.LINE)
	public String person = "";

	public boolean minor;

	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String representative = "";

	@NotEmpty(message = "{evidence.purposes.needed}")
	public Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);

	public Set<Support> supports = EnumSet.noneOf(Support.class);

	@NotNull
	@Day(DayKind.TERM)
	public @Nullable LocalDate until;

	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String credit = "";

	static AuthorisationForm blank(LocalDate today) {
		AuthorisationForm form = new AuthorisationForm();
		form.purposes.add(Purpose.COHORT);
		form.until = today.plusYears(YEARS);
		return form;
	}

	AuthorisationTerms toTerms() {
		return new AuthorisationTerms(this.person, this.minor, this.representative, this.purposes, this.supports,
				Objects.requireNonNull(this.until), this.credit);
	}

}
