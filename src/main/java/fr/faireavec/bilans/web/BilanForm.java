package fr.faireavec.bilans.web;

import java.time.LocalDate;

import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.web.Day;
import fr.faireavec.web.KeyedForm;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The period somebody looks at, and what they write to publish it. */
class BilanForm extends KeyedForm {

	@NotNull
	@Day(DayKind.FILTER)
	public @Nullable LocalDate from;

	@NotNull
	@Day(DayKind.FILTER)
	public @Nullable LocalDate to;

	@NotNull
	public @Nullable BilanKind kind;

	@Size(max = BilanPublishing.LONGEST_NARRATIVE)
	public String narrative = "";

}
