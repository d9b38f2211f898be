package fr.faireavec.bilans.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.bilans.Added;
import fr.faireavec.bilans.BilanKind;
import fr.faireavec.bilans.Synthesis;
import fr.faireavec.kernel.DayKind;
import fr.faireavec.narratives.Narrative;
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

	/** Why, of each figure that is far from what was planned. */
	public Map<String, @Size(max = Synthesis.LONGEST_REASON) String> why = new LinkedHashMap<>();

	/** Why it is published before its people had seven days to read it. */
	@Size(max = Added.LONGEST_HASTE)
	public String haste = "";

	/** The one told on the first page, if any. */
	public @Nullable UUID action;

	Added added(Narrative narrative) {
		return new Added(narrative, this.why, this.haste, this.action);
	}

}
