package fr.faireavec.cohorts.web;

import fr.faireavec.cohorts.Enrolment;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/** How many different usagers took part, as a structure estimates. */
class EstimateForm {

	@Min(0)
	@Max(100_000)
	public @Nullable Integer people;

	static EstimateForm of(Enrolment enrolment) {
		EstimateForm form = new EstimateForm();
		form.people = enrolment.getDistinctServiceUsers();
		return form;
	}

}
