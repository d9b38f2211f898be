package fr.faireavec.home.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import fr.faireavec.bilans.Bilans;
import fr.faireavec.home.Overview;
import fr.faireavec.home.Overviews;
import fr.faireavec.journal.ActionRow;
import fr.faireavec.journal.ActionRows;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Conventions;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursStatus;
import fr.faireavec.parcours.Seat;
import fr.faireavec.polls.PollReading;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of one parcours: where we stand, what awaits me, what was tried lately. */
@Controller
class ParcoursPageController {

	private static final int ACTIONS_SHOWN = 4;

	private static final Duration LATELY = Duration.ofDays(30);

	private final Overviews overviews;

	private final ActionRows actions;

	private final Conventions conventions;

	private final Bilans bilans;

	private final PollReading polls;

	private final PathView path;

	private final GridView grid;

	private final Todos todos;

	private final Clock clock;

	ParcoursPageController(Overviews overviews, ActionRows actions, Conventions conventions, Bilans bilans,
			PollReading polls, PathView path, GridView grid, Todos todos, Clock clock) {
		this.overviews = overviews;
		this.actions = actions;
		this.conventions = conventions;
		this.bilans = bilans;
		this.polls = polls;
		this.path = path;
		this.grid = grid;
		this.todos = todos;
		this.clock = clock;
	}

	@GetMapping("/parcours/{slug}")
	String page(Seat seat, Model model) {
		return switch (seat) {
			case Seat.Running running -> forFacilitators(running, model);
			case Seat.Piloting piloting -> forPilots(piloting, model);
			case Seat.Funding funding -> "redirect:/parcours/" + funding.parcours().getSlug() + "/bilan";
		};
	}

	private String forFacilitators(Seat.Running seat, Model model) {
		Parcours parcours = seat.parcours();
		Overview overview = this.overviews.of(parcours);
		List<ActionRow> recent = this.actions.ofParcours(parcours.getId(), ACTIONS_SHOWN);
		model.addAttribute("parcours", parcours);
		model.addAttribute("stones",
				this.path.forFacilitators(parcours.getSlug(), overview, this.polls.progress(parcours.getId())));
		model.addAttribute("todos", this.todos.of(parcours, overview));
		model.addAttribute("rows", this.grid.rows(overview));
		model.addAttribute("sessions", overview.sessions());
		model.addAttribute("next", overview.next().orElse(null));
		model.addAttribute("active", overview.cohort().stream().filter((row) -> !row.withdrawn()).count());
		model.addAttribute("mandated",
				overview.cohort()
					.stream()
					.filter((row) -> !row.withdrawn())
					.flatMap((row) -> row.mandated().stream())
					.distinct()
					.count());
		model.addAttribute("actions",
				recent.stream()
					.filter((action) -> action.loggedAt().isAfter(this.clock.instant().minus(LATELY)))
					.toList());
		model.addAttribute("actionsTotal", overview.cohort().stream().mapToInt((row) -> row.actions()).sum());
		model.addAttribute("funders",
				this.conventions.ofParcours(parcours.getId())
					.stream()
					.map((convention) -> convention.getFunder().getName())
					.distinct()
					.toList());
		return "home/parcours";
	}

	private String forPilots(Seat.Piloting seat, Model model) {
		Parcours parcours = seat.parcours();
		if (!parcours.getStatus().keepsItsPeople()) {
			throw new NotFound();
		}
		Overview overview = this.overviews.forPilots(parcours).seenFrom(seat.enrolmentIds());
		model.addAttribute("parcours", parcours);
		model.addAttribute("stones", this.path.forPilots(parcours.getSlug(), overview));
		model.addAttribute("over", parcours.getStatus() == ParcoursStatus.CLOSED);
		model.addAttribute("bilan", !this.bilans.versions(List.of(parcours.getId())).isEmpty());
		model.addAttribute("next", overview.next().orElse(null));
		model.addAttribute("sessionCount", overview.sessions().size());
		model.addAttribute("actions", this.actions.ofEnrolments(seat.enrolmentIds(), ACTIONS_SHOWN));
		model.addAttribute("shared", this.actions.sharedWith(parcours.getId(), seat.enrolmentIds(), 1, ACTIONS_SHOWN));
		model.addAttribute("several", seat.standsForSeveral());
		return "home/pilot-parcours";
	}

}
