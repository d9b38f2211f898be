package fr.faireavec.parcours.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.parcours.Convention;
import fr.faireavec.parcours.ConventionTerms;
import fr.faireavec.web.Day;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a convention says, as it is typed. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until chosen, never null once
													// valid
class ConventionForm extends KeyedForm {

	public int version;

	@NotNull
	public @Nullable UUID funder;

	@NotBlank
	@Size(max = 60)
	@Typed(Typed.As.LINE)
	public String number = "";

	@PositiveOrZero
	@Digits(integer = 10, fraction = 2)
	public @Nullable BigDecimal amount;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate startsOn;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate endsOn;

	@PositiveOrZero
	@Max(1_000_000)
	public @Nullable Integer targetStructures;

	@PositiveOrZero
	@Max(1_000_000)
	public @Nullable Integer targetSessions;

	@PositiveOrZero
	@Max(1_000_000)
	public @Nullable Integer targetMeetings;

	@PositiveOrZero
	@Max(1_000_000)
	public @Nullable Integer targetPeople;

	@PositiveOrZero
	@Max(1_000_000)
	public @Nullable Integer targetActions;

	@Day(DayKind.TERM)
	public @Nullable LocalDate reportDueOn;

	@Day(DayKind.TERM)
	public @Nullable LocalDate evidenceUntil;

	static ConventionForm of(Convention convention) {
		ConventionForm form = new ConventionForm();
		ConventionTerms terms = convention.getTerms();
		form.version = convention.getVersion();
		form.funder = convention.getFunder().getId();
		form.number = terms.number();
		form.amount = terms.amount();
		form.startsOn = terms.startsOn();
		form.endsOn = terms.endsOn();
		form.targetStructures = terms.targetStructures();
		form.targetSessions = terms.targetSessions();
		form.targetMeetings = terms.targetMeetings();
		form.targetPeople = terms.targetPeople();
		form.targetActions = terms.targetActions();
		form.reportDueOn = terms.reportDueOn();
		form.evidenceUntil = terms.evidenceUntil();
		return form;
	}

	/** Only once the form has no error. */
	ConventionTerms toTerms() {
		return new ConventionTerms(this.number, this.amount, Objects.requireNonNull(this.startsOn),
				Objects.requireNonNull(this.endsOn), this.targetStructures, this.targetSessions, this.targetMeetings,
				this.targetPeople, this.targetActions, this.reportDueOn, this.evidenceUntil);
	}

}
