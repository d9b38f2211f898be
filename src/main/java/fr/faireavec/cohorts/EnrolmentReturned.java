package fr.faireavec.cohorts;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;

/** A structure that had left, or had said it would, takes part again. */
public record EnrolmentReturned(Enrolment enrolment, Changes changes) implements Audited {

	@Override
	public String what() {
		return "enrolment.returned";
	}

	@Override
	public UUID subjectId() {
		return this.enrolment.getId();
	}

	@Override
	public UUID parcoursId() {
		return this.enrolment.getParcours().getId();
	}

	@Override
	public String label() {
		return this.enrolment.getStructure().getName();
	}

}
