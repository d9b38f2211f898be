package fr.faireavec.taxonomies.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.taxonomies.HourlyRate;
import fr.faireavec.taxonomies.RateTerms;
import fr.faireavec.web.Day;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An hourly rate, as it is typed. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until typed, never null once
													// valid
class RateForm extends KeyedForm {

	public int version;

	@NotBlank
	@Size(max = 120)
	@Typed(Typed.As.LINE)
	public String label = "";

	@NotNull
	@Positive
	@Digits(integer = 4, fraction = 2)
	public @Nullable BigDecimal eurosPerHour;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate validFrom;

	@NotBlank
	@Size(max = 300)
	@Typed(Typed.As.LINE)
	public String source = "";

	static RateForm of(HourlyRate rate) {
		RateForm form = new RateForm();
		RateTerms terms = rate.getTerms();
		form.version = rate.getVersion();
		form.label = terms.label();
		form.eurosPerHour = terms.eurosPerHour();
		form.validFrom = terms.validFrom();
		form.source = terms.source();
		return form;
	}

	/** Only once the form has no error. */
	RateTerms toTerms() {
		return new RateTerms(this.label,
				Objects.requireNonNull(this.eurosPerHour).setScale(2, RoundingMode.UNNECESSARY),
				Objects.requireNonNull(this.validFrom), this.source);
	}

}
