package fr.faireavec.slots.web;

import java.util.List;
import java.util.Optional;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Seat;
import fr.faireavec.slots.SlotAssigning;
import fr.faireavec.slots.SlotAssigning.Assignment;
import fr.faireavec.slots.SlotAssigning.Choice;
import fr.faireavec.slots.SlotRow;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The animation gives each structure a slot at once, from a proposal it changes freely.
 */
@Controller
@RequestMapping("/parcours/{slug}/rendez-vous/repartition")
class AssignmentController {

	private final SlotAssigning assigning;

	private final FrenchFormat french;

	AssignmentController(SlotAssigning assigning, FrenchFormat french) {
		this.assigning = assigning;
		this.french = french;
	}

	@GetMapping
	String beforeAssigning(Seat.Running seat, Model model) {
		seat.parcours().requireOpenToWork();
		Assignment proposed = this.assigning.propose(seat.parcours());
		model.addAttribute("form", AssignmentForm.of(proposed));
		return page(proposed, model);
	}

	@PostMapping
	String assign(Seat.Running seat, @Valid @ModelAttribute("form") AssignmentForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Assignment proposed = this.assigning.propose(seat.parcours());
		Optional<Integer> assigned = Submission.of(errors, () -> {
			List<Choice> choices = form.choices(proposed);
			if (choices.isEmpty()) {
				throw new Refusal("slots.assign.nothing");
			}
			return this.assigning.assign(seat.parcours(), choices);
		});
		if (assigned.isEmpty()) {
			return page(proposed, model);
		}
		redirect.addFlashAttribute("flash",
				Flash.done((assigned.get() == 1) ? "slots.assigned.one" : "slots.assigned.many", assigned.get()));
		return "redirect:" + MeetingsPages.href(seat);
	}

	private String page(Assignment proposed, Model model) {
		model.addAttribute("assignment", proposed);
		model.addAttribute("slots",
				proposed.free().stream().map((row) -> new Option(row.id().toString(), inWords(row))).toList());
		return "slots/assignment";
	}

	/** « jeu. 14 janv., 10 h → 11 h, Claire Vasseur ». */
	private String inWords(SlotRow row) {
		return this.french.shortDay(row.slot().start()) + ", " + this.french.hours(row.slot().start(), row.slot().end())
				+ ", " + row.facilitator();
	}

}
