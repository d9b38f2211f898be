package fr.faireavec.cohorts;

import java.util.UUID;

import fr.faireavec.audit.Audited;
import fr.faireavec.audit.Changes;

/** A structure says from which day on it is gone; nothing changes before that day. */
public record EnrolmentWithdrawn(Enrolment enrolment) implements Audited {

	@Override
	public String what() {
		return "enrolment.withdrawn";
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
		return Changes.none()
			.note("withdrawnOn", null, this.enrolment.getWithdrawnOn())
			.note("reason", null, this.enrolment.getWithdrawalReason());
	}

}
