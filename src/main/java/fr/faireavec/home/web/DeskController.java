package fr.faireavec.home.web;

import java.util.List;
import java.util.UUID;

import fr.faireavec.accounts.Awaiting;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.home.NextDays;
import fr.faireavec.home.ParcoursList;
import fr.faireavec.home.PilotedEnrolments;
import fr.faireavec.home.PilotedEnrolments.Piloted;
import fr.faireavec.home.Pressing;
import fr.faireavec.home.OtherRoles;
import fr.faireavec.sheets.Attestations;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk: what awaits me, each thing with its one button. */
@Controller
class DeskController {

	private static final int DAYS_SHOWN = 6;

	private final ParcoursList parcours;

	private final Pressing pressing;

	private final NextDays nextDays;

	private final PilotedEnrolments piloted;

	private final OtherRoles roles;

	private final PilotDesk pilotDesk;

	private final PressingTodos todos;

	private final List<Awaiting> awaiting;

	private final Attestations attestations;

	DeskController(ParcoursList parcours, Pressing pressing, NextDays nextDays, PilotedEnrolments piloted,
			OtherRoles roles, PilotDesk pilotDesk, PressingTodos todos, List<Awaiting> awaiting,
			Attestations attestations) {
		this.parcours = parcours;
		this.pressing = pressing;
		this.nextDays = nextDays;
		this.piloted = piloted;
		this.roles = roles;
		this.pilotDesk = pilotDesk;
		this.todos = todos;
		this.awaiting = List.copyOf(awaiting);
		this.attestations = attestations;
	}

	@GetMapping("/")
	String desk(Viewer viewer, @RequestParam(required = false) @Nullable UUID structure, Model model) {
		if (viewer.isStaff()) {
			model.addAttribute("todos", this.todos.of(awaiting(viewer), this.pressing.forFacilitator(viewer)));
			model.addAttribute("days", this.nextDays.forFacilitator(viewer, DAYS_SHOWN));
			model.addAttribute("parcours", this.parcours.visibleTo(viewer));
			return "home/staff-desk";
		}
		List<Piloted> mine = this.piloted.of(viewer.personId());
		if (!mine.isEmpty()) {
			Piloted chosen = mine.stream()
				.filter((one) -> one.enrolmentId().equals(structure))
				.findFirst()
				.orElse(mine.getFirst());
			this.pilotDesk.fill(viewer, chosen, mine, model);
			return "home/pilot-desk";
		}
		if (this.roles.of(viewer.personId()).reads()) {
			return "redirect:/bilans";
		}
		model.addAttribute("attested", this.attestations.existFor(viewer));
		return "home/empty-desk";
	}

	private List<Awaiting.Thing> awaiting(Viewer viewer) {
		return this.awaiting.stream().flatMap((room) -> room.of(viewer).stream()).toList();
	}

	@GetMapping("/parcours")
	String list(Viewer viewer, Model model) {
		model.addAttribute("rows", this.parcours.visibleTo(viewer));
		model.addAttribute("staff", viewer.isStaff());
		return "home/parcours-list";
	}

}
