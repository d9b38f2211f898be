package fr.faireavec.availability.web;

import java.util.ArrayList;
import java.util.List;

import fr.faireavec.availability.Availability;
import fr.faireavec.availability.StandingConstraint;
import jakarta.validation.constraints.Size;

/** What somebody ticks as never possible. */
class AvailabilityForm {

	private static final int MOST = 100;

	@Size(max = MOST)
	public List<String> never = new ArrayList<>();

	static AvailabilityForm of(Availability availability) {
		AvailabilityForm form = new AvailabilityForm();
		form.never = new ArrayList<>(availability.never().stream().map(StandingConstraint::code).toList());
		return form;
	}

}
