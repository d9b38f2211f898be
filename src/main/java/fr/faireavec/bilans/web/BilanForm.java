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
public class BilanForm extends KeyedForm {

	@NotNull
	@Day(DayKind.FILTER)
	private @Nullable LocalDate from;

	@NotNull
	@Day(DayKind.FILTER)
	private @Nullable LocalDate to;

	@NotNull
	private @Nullable BilanKind kind;

	@Size(max = BilanPublishing.LONGEST_NARRATIVE)
	private String narrative = "";

	public @Nullable LocalDate getFrom() {
		return this.from;
	}

	public void setFrom(@Nullable LocalDate from) {
		this.from = from;
	}

	public @Nullable LocalDate getTo() {
		return this.to;
	}

	public void setTo(@Nullable LocalDate to) {
		this.to = to;
	}

	public @Nullable BilanKind getKind() {
		return this.kind;
	}

	public void setKind(@Nullable BilanKind kind) {
		this.kind = kind;
	}

	public String getNarrative() {
		return this.narrative;
	}

	public void setNarrative(String narrative) {
		this.narrative = narrative;
	}

}
