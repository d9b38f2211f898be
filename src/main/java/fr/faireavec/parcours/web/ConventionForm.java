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

	private int version;

	@NotNull
	private @Nullable UUID funder;

	@NotBlank
	@Size(max = 60)
	@Typed(Typed.As.LINE)
	private String number = "";

	@PositiveOrZero
	@Digits(integer = 10, fraction = 2)
	private @Nullable BigDecimal amount;

	@NotNull
	@Day(DayKind.COURSE)
	private @Nullable LocalDate startsOn;

	@NotNull
	@Day(DayKind.COURSE)
	private @Nullable LocalDate endsOn;

	@PositiveOrZero
	@Max(1_000_000)
	private @Nullable Integer targetStructures;

	@PositiveOrZero
	@Max(1_000_000)
	private @Nullable Integer targetSessions;

	@PositiveOrZero
	@Max(1_000_000)
	private @Nullable Integer targetMeetings;

	@PositiveOrZero
	@Max(1_000_000)
	private @Nullable Integer targetPeople;

	@PositiveOrZero
	@Max(1_000_000)
	private @Nullable Integer targetActions;

	@Day(DayKind.TERM)
	private @Nullable LocalDate reportDueOn;

	@Day(DayKind.TERM)
	private @Nullable LocalDate evidenceUntil;

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

	public int getVersion() {
		return this.version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

	public @Nullable UUID getFunder() {
		return this.funder;
	}

	public void setFunder(@Nullable UUID funder) {
		this.funder = funder;
	}

	public String getNumber() {
		return this.number;
	}

	public void setNumber(String number) {
		this.number = number;
	}

	public @Nullable BigDecimal getAmount() {
		return this.amount;
	}

	public void setAmount(@Nullable BigDecimal amount) {
		this.amount = amount;
	}

	public @Nullable LocalDate getStartsOn() {
		return this.startsOn;
	}

	public void setStartsOn(@Nullable LocalDate startsOn) {
		this.startsOn = startsOn;
	}

	public @Nullable LocalDate getEndsOn() {
		return this.endsOn;
	}

	public void setEndsOn(@Nullable LocalDate endsOn) {
		this.endsOn = endsOn;
	}

	public @Nullable Integer getTargetStructures() {
		return this.targetStructures;
	}

	public void setTargetStructures(@Nullable Integer targetStructures) {
		this.targetStructures = targetStructures;
	}

	public @Nullable Integer getTargetSessions() {
		return this.targetSessions;
	}

	public void setTargetSessions(@Nullable Integer targetSessions) {
		this.targetSessions = targetSessions;
	}

	public @Nullable Integer getTargetMeetings() {
		return this.targetMeetings;
	}

	public void setTargetMeetings(@Nullable Integer targetMeetings) {
		this.targetMeetings = targetMeetings;
	}

	public @Nullable Integer getTargetPeople() {
		return this.targetPeople;
	}

	public void setTargetPeople(@Nullable Integer targetPeople) {
		this.targetPeople = targetPeople;
	}

	public @Nullable Integer getTargetActions() {
		return this.targetActions;
	}

	public void setTargetActions(@Nullable Integer targetActions) {
		this.targetActions = targetActions;
	}

	public @Nullable LocalDate getReportDueOn() {
		return this.reportDueOn;
	}

	public void setReportDueOn(@Nullable LocalDate reportDueOn) {
		this.reportDueOn = reportDueOn;
	}

	public @Nullable LocalDate getEvidenceUntil() {
		return this.evidenceUntil;
	}

	public void setEvidenceUntil(@Nullable LocalDate evidenceUntil) {
		this.evidenceUntil = evidenceUntil;
	}

}
