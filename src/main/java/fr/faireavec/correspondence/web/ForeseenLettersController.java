package fr.faireavec.correspondence.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.correspondence.LetterPlan;
import fr.faireavec.correspondence.LetterPlanning;
import fr.faireavec.parcours.AllParcours;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursStatus;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What will leave by itself, to whom, and when: of a parcours, or of all one runs. */
@Controller
class ForeseenLettersController {

	private final LetterPlanning planning;

	private final AllParcours allParcours;

	ForeseenLettersController(LetterPlanning planning, AllParcours allParcours) {
		this.planning = planning;
		this.allParcours = allParcours;
	}

	static String href(Seat seat) {
		return "/parcours/" + seat.parcours().getSlug() + "/courriers";
	}

	@GetMapping("/parcours/{slug}/courriers")
	String ofParcours(Seat.Running seat, Model model) {
		Parcours parcours = seat.parcours();
		List<ForeseenLine> lines = this.planning.toCome(Set.of(parcours.getId()))
			.stream()
			.map((letter) -> ForeseenLine.of(parcours.getSlug(), "", letter))
			.toList();
		model.addAttribute("page", ForeseenLettersPage.of(lines, this.planning.plan(parcours.getId()),
				parcours.getStatus() == ParcoursStatus.RUNNING));
		return "correspondence/letters";
	}

	@GetMapping("/courriers")
	String ofAll(Viewer viewer, Model model) {
		List<Parcours> run = viewer.isAdministrator() ? this.allParcours.findAll()
				: this.allParcours.namedToRun(viewer.personId());
		Map<UUID, Parcours> mine = run.stream()
			.filter((parcours) -> parcours.getStatus().keepsItsPeople())
			.collect(Collectors.toMap(Parcours::getId, Function.identity()));
		List<ForeseenLine> lines = this.planning.toCome(mine.keySet())
			.stream()
			.flatMap((letter) -> Optional.ofNullable(mine.get(letter.parcoursId()))
				.map((parcours) -> ForeseenLine.of(parcours.getSlug(), parcours.getName(), letter))
				.stream())
			.toList();
		model.addAttribute("paused", lines.stream().filter(ForeseenLine::paused).toList());
		model.addAttribute("days", ForeseenLettersPage.byDay(lines.stream().filter((line) -> !line.paused())));
		return "correspondence/all";
	}

	@GetMapping("/parcours/{slug}/courriers/reglages")
	String beforeDeciding(Seat.Running seat, Model model) {
		seat.parcours().requireItsPeople();
		model.addAttribute("form", LetterPlanForm.of(plan(seat)));
		return "correspondence/plan";
	}

	@PostMapping("/parcours/{slug}/courriers/reglages")
	String decide(Seat.Running seat, @Valid @ModelAttribute("form") LetterPlanForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.planning.decide(seat.parcours().getId(), form.version, form.toTerms()),
				() -> LetterPlanForm.of(plan(seat)))) {
			return "correspondence/plan";
		}
		return done(seat, "correspondence.decided", redirect);
	}

	@PostMapping("/parcours/{slug}/courriers/pause")
	String pauseAll(Seat.Running seat, @ModelAttribute("form") LetterPlanForm form, RedirectAttributes redirect) {
		this.planning.pauseAll(seat.parcours().getId(), form.version);
		return done(seat, "correspondence.allPaused.done", redirect);
	}

	@PostMapping("/parcours/{slug}/courriers/reprise")
	String resumeAll(Seat.Running seat, @ModelAttribute("form") LetterPlanForm form, RedirectAttributes redirect) {
		this.planning.resumeAll(seat.parcours().getId(), form.version);
		return done(seat, "correspondence.allResumed", redirect);
	}

	private LetterPlan plan(Seat seat) {
		return this.planning.plan(seat.parcours().getId());
	}

	private static String done(Seat seat, String key, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", Flash.done(key));
		return "redirect:" + href(seat);
	}

}
