package fr.faireavec.correspondence.web;

import java.util.Objects;

import fr.faireavec.correspondence.LetterPlan;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** When a parcours writes, as it is typed. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until typed, never null once
													// valid
class LetterPlanForm {

	public int version;

	@NotNull
	public @Nullable Integer convenedDays;

	public @Nullable Integer firstReminderDays;

	public @Nullable Integer lastReminderDays;

	public boolean nudged;

	static LetterPlanForm of(LetterPlan plan) {
		LetterPlan.Terms terms = plan.getTerms();
		LetterPlanForm form = new LetterPlanForm();
		form.version = plan.getVersion();
		form.convenedDays = terms.convenedDays();
		form.firstReminderDays = terms.firstReminderDays();
		form.lastReminderDays = terms.lastReminderDays();
		form.nudged = terms.nudged();
		return form;
	}

	LetterPlan.Terms toTerms() {
		return new LetterPlan.Terms(Objects.requireNonNull(this.convenedDays), this.firstReminderDays,
				this.lastReminderDays, this.nudged);
	}

}
