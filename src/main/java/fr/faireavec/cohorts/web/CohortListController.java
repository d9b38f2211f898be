package fr.faireavec.cohorts.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.cohorts.Enrolment;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.cohorts.Mandates;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Who takes part, for those who do: an address is shown to the others by those alone who
 * agreed, a telephone to the animation.
 */
@Controller
class CohortListController {

	private final Participations participations;

	private final Mandates mandates;

	CohortListController(Participations participations, Mandates mandates) {
		this.participations = participations;
		this.mandates = mandates;
	}

	@GetMapping("/parcours/{slug}/cohorte")
	String list(Seat seat, Model model) {
		if (seat instanceof Seat.Funding) {
			throw new NotFound();
		}
		LocalDate today = this.participations.today(seat);
		Map<UUID, CohortRow> rows = new LinkedHashMap<>();
		List<String> addresses = new ArrayList<>();
		for (Mandate mandate : this.mandates.expectedOn(seat.parcours().getId(), today)) {
			Enrolment enrolment = mandate.getEnrolment();
			CohortRow.Member member = CohortRow.Member.of(mandate, seat);
			rows.computeIfAbsent(enrolment.getId(), (id) -> new CohortRow(enrolment.getStructure().getName(),
					enrolment.getStructure().getCommune(), new ArrayList<>()))
				.members()
				.add(member);
			if (member.email() != null && !addresses.contains(member.email())) {
				addresses.add(member.email());
			}
		}
		model.addAttribute("rows", rows.values());
		model.addAttribute("people", rows.values().stream().mapToInt((row) -> row.members().size()).sum());
		model.addAttribute("addresses", String.join(", ", addresses));
		return "cohorts/cohort";
	}

}
