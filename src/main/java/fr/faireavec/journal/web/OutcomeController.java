package fr.faireavec.journal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a try ended, each way on a short page that asks only for what it needs. */
@Controller
@RequestMapping("/parcours/{slug}/journal/{actionId}")
class OutcomeController {

	private final LoggedActions actions;

	private final ActionLogging logging;

	private final ActionForms forms;

	private final FrenchFormat french;

	private final Clock clock;

	OutcomeController(LoggedActions actions, ActionLogging logging, ActionForms forms, FrenchFormat french,
			Clock clock) {
		this.actions = actions;
		this.logging = logging;
		this.forms = forms;
		this.french = french;
		this.clock = clock;
	}

	/** Where an action says that it is over, under its own page. */
	static String pageFor(ActionState state, String action) {
		return action + ((state == ActionState.DONE) ? "/realisation" : "/abandon");
	}

	@GetMapping("/realisation")
	String beforeDone(Seat seat, @PathVariable UUID actionId,
			@RequestParam(name = "jour", required = false) @Nullable LocalDate day, Model model) {
		LoggedAction action = toEnd(seat, actionId, ActionState.DONE);
		if (action == null) {
			return "redirect:" + pageOf(seat, actionId);
		}
		model.addAttribute("form", DoneForm.of(action, seat.parcours().today(this.clock), day));
		return this.forms.done(action, model);
	}

	@PostMapping("/realisation")
	String done(Seat seat, @PathVariable UUID actionId, @Valid @ModelAttribute("form") DoneForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		LoggedAction action = open(seat, actionId);
		form.check(errors);
		if (!Submission.accepted(errors,
				() -> this.logging.revise(parcours(seat), actionId, form.version, form.over(action.getDetails()),
						form.accepted),
				() -> this.forms.standing(form, open(seat, actionId), seat.parcours().today(this.clock)))) {
			return this.forms.done(action, model);
		}
		redirect.addFlashAttribute("flash", said(form, action.getTitle()));
		return "redirect:" + pageOf(seat, actionId);
	}

	@GetMapping("/abandon")
	String beforeAbandoning(Seat seat, @PathVariable UUID actionId, Model model) {
		LoggedAction action = toEnd(seat, actionId, ActionState.ABANDONED);
		if (action == null) {
			return "redirect:" + pageOf(seat, actionId);
		}
		model.addAttribute("form", AbandonForm.of(action));
		return this.forms.abandon(action, model);
	}

	@PostMapping("/abandon")
	String abandon(Seat seat, @PathVariable UUID actionId, @Valid @ModelAttribute("form") AbandonForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		LoggedAction action = open(seat, actionId);
		if (!Submission
			.accepted(
					errors, () -> this.logging.revise(parcours(seat), actionId, form.version,
							form.over(action.getDetails()), form.accepted),
					() -> AbandonForm.of(open(seat, actionId)))) {
			return this.forms.abandon(action, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("journal.moved.ABANDONED", action.getTitle()));
		return "redirect:" + pageOf(seat, actionId);
	}

	/** What people × time makes, while it is typed. */
	@GetMapping("/realisation/total")
	String total(Seat seat, @PathVariable UUID actionId, @Valid @ModelAttribute("form") DoneForm form,
			BindingResult errors, Model model) {
		open(seat, actionId);
		model.addAttribute("total", unreadable(errors) ? null : form.total());
		model.addAttribute("volunteered", unreadable(errors) ? null : form.volunteered());
		return "journal/_total :: total";
	}

	private static boolean unreadable(BindingResult errors) {
		return errors.hasFieldErrors("helpers") || errors.hasFieldErrors("each") || errors.hasFieldErrors("volunteers");
	}

	private Flash said(DoneForm form, String title) {
		Duration total = form.total();
		return (total == null) ? Flash.done("journal.moved.DONE", title)
				: Flash.done("journal.moved.DONE.hours", title, this.french.spent(total));
	}

	/** Nothing where it can no longer end so, or not any more. */
	private @Nullable LoggedAction toEnd(Seat seat, UUID actionId, ActionState state) {
		LoggedAction action = open(seat, actionId);
		boolean writable = LoggedAction.isWritable(seat.parcours(), action.getEnrolment(),
				seat.parcours().today(this.clock));
		return (writable && action.getState().canBecome(state)) ? action : null;
	}

	private LoggedAction open(Seat seat, UUID actionId) {
		return this.actions.openTo(seat, actionId).orElseThrow(NotFound::new);
	}

	private static UUID parcours(Seat seat) {
		return seat.parcours().getId();
	}

	private static String pageOf(Seat seat, UUID actionId) {
		return "/parcours/" + seat.parcours().getSlug() + "/journal/" + actionId;
	}

}
