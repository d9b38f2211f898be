package fr.faireavec.cohorts;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;

/** A structure came in: its individual meetings appear. */
public record EnrolmentOpened(Enrolment enrolment) implements Audited {

	@Override
	public String what() {
		return "enrolment.opened";
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

	@Override
	public Changes changes() {
		return Changes.none().note("activeFrom", null, this.enrolment.getActiveFrom());
	}

}
