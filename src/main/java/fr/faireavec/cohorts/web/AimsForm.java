package fr.faireavec.cohorts.web;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolment;
import jakarta.validation.constraints.Size;

/** The levels of involvement a structure chooses to aim at. */
class AimsForm {

	@Size(max = 300)
	public Set<UUID> levels = new LinkedHashSet<>();

	static AimsForm of(Enrolment enrolment) {
		AimsForm form = new AimsForm();
		enrolment.getAimedLevels().forEach((level) -> form.levels.add(level.getId()));
		return form;
	}

}
