package fr.faireavec.cohorts.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.EnrolmentState;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.structures.LegalForm;
import org.jspecify.annotations.Nullable;

/** One structure in the list of a parcours. */
record ParticipationRow(UUID id, String structure, LegalForm legalForm, @Nullable String commune, EnrolmentState state,
		LocalDate activeFrom, @Nullable LocalDate withdrawnOn, @Nullable String reason, List<MandateLine> mandates) {

	static ParticipationRow of(Enrolment enrolment, List<MandateLine> mandates) {
		return new ParticipationRow(enrolment.getId(), enrolment.getStructure().getName(), enrolment.getLegalFormThen(),
				enrolment.getStructure().getCommune(), enrolment.getState(), enrolment.getActiveFrom(),
				enrolment.getWithdrawnOn(), enrolment.getWithdrawalReason(), mandates);
	}

	public boolean isWithdrawn() {
		return this.state == EnrolmentState.WITHDRAWN;
	}

	public boolean isUnsigned() {
		return !isWithdrawn() && this.mandates.stream().anyMatch(MandateLine::isUnsigned);
	}

	public boolean isWithoutPilot() {
		return !isWithdrawn() && holders(MandateRole.PILOT).isEmpty();
	}

	public boolean isWithoutCopilot() {
		return !isWithdrawn() && holders(MandateRole.COPILOT).isEmpty();
	}

	public List<MandateLine> getPilots() {
		return holders(MandateRole.PILOT);
	}

	public List<MandateLine> getCopilots() {
		return holders(MandateRole.COPILOT);
	}

	private List<MandateLine> holders(MandateRole role) {
		return this.mandates.stream().filter((mandate) -> mandate.role() == role).toList();
	}

}
