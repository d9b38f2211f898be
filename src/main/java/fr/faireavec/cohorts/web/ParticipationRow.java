package fr.faireavec.cohorts.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.faireavec.cohorts.Absences;
import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.MandateRole;
import fr.faireavec.structures.LegalForm;
import org.jspecify.annotations.Nullable;

/** One structure in the list of a parcours. */
record ParticipationRow(UUID id, String structure, LegalForm legalForm, @Nullable String commune, boolean withdrawn,
		LocalDate activeFrom, @Nullable LocalDate withdrawnOn, @Nullable String reason, List<Absences.Absence> absences,
		List<MandateLine> mandates) {

	static ParticipationRow of(Enrolment enrolment, List<MandateLine> mandates, LocalDate today) {
		return new ParticipationRow(enrolment.getId(), enrolment.getStructure().getName(), enrolment.getLegalFormThen(),
				enrolment.getStructure().getCommune(), enrolment.hasLeftOn(today), enrolment.getActiveFrom(),
				enrolment.getWithdrawnOn(), enrolment.getWithdrawalReason(), enrolment.getAbsences().all(), mandates);
	}

	/** It said it would leave; the day has not come. */
	public boolean isLeaving() {
		return !this.withdrawn && this.withdrawnOn != null;
	}

	public boolean isUnsigned() {
		return !this.withdrawn && this.mandates.stream().anyMatch(MandateLine::isUnsigned);
	}

	public boolean isWithoutPilot() {
		return !this.withdrawn && holders(MandateRole.PILOT).isEmpty();
	}

	public boolean isWithoutCopilot() {
		return !this.withdrawn && holders(MandateRole.COPILOT).isEmpty();
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
