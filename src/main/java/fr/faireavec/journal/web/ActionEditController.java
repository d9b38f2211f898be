package fr.faireavec.journal.web;

import java.time.Clock;
import java.util.UUID;

import fr.faireavec.journal.ActionDrafts;
import fr.faireavec.journal.ActionLogging;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.journal.LoggedActions;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import fr.faireavec.web.TypedForms;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Completes an action, or only moves it on. */
@Controller
class ActionEditController {

	private static final String PAGE = "/parcours/{slug}/journal/{actionId}/modifier";

	private final LoggedActions actions;

	private final ActionLogging logging;

	private final ActionForms forms;

	private final ActionDrafts drafts;

	private final TypedForms typedForms;

	private final Clock clock;

	ActionEditController(LoggedActions actions, ActionLogging logging, ActionForms forms, ActionDrafts drafts,
			TypedForms typedForms, Clock clock) {
		this.actions = actions;
		this.logging = logging;
		this.forms = forms;
		this.drafts = drafts;
		this.typedForms = typedForms;
		this.clock = clock;
	}

	/** As it stands, or as it was left before it was saved. */
	@GetMapping(PAGE)
	String edit(@PathVariable UUID actionId, @RequestParam(name = "brouillon", required = false) @Nullable UUID draft,
			Seat seat, Model model, RedirectAttributes redirect) {
		LoggedAction action = open(seat, actionId);
		if (!LoggedAction.isWritable(seat.parcours(), action.getEnrolment(), seat.parcours().today(this.clock))) {
			redirect.addFlashAttribute("flash",
					Flash.note("journal.noLongerOpen", action.getEnrolment().getStructure().getName()));
			return "redirect:" + pageOf(seat, actionId);
		}
		if (draft == null) {
			model.addAttribute("form", ActionForm.of(action));
		}
		else {
			this.typedForms.show(new ActionForm(),
					this.drafts.typed(draft, seat.parcours().getId(), actionId).orElseThrow(NotFound::new), model);
		}
		return this.forms.page(action, draft, model);
	}

	@PostMapping(PAGE)
	String revise(@PathVariable UUID actionId, @Valid @ModelAttribute("form") ActionForm form, BindingResult errors,
			@RequestParam(name = "brouillon", required = false) @Nullable UUID draft, Seat seat, Model model,
			RedirectAttributes redirect) {
		LoggedAction action = open(seat, actionId);
		if (!saved(seat, actionId, form, errors)) {
			return this.forms.page(action, draft, model);
		}
		this.drafts.noted(draft);
		redirect.addFlashAttribute("flash", Flash.done("journal.revised", open(seat, actionId).getTitle()));
		return "redirect:" + pageOf(seat, actionId);
	}

	/** One press moves it on; what is over says first when, and what was learnt. */
	@PostMapping("/parcours/{slug}/journal/{actionId}/etat")
	String move(Seat seat, @PathVariable UUID actionId, @RequestParam("state") ActionState state,
			@RequestParam("version") int version, RedirectAttributes redirect) {
		LoggedAction action = open(seat, actionId);
		if (state.isOver()) {
			return "redirect:" + OutcomeController.pageFor(state, pageOf(seat, actionId));
		}
		ActionForm form = ActionForm.of(action);
		form.state = state;
		this.logging.revise(seat.parcours().getId(), actionId, version, form.toDetails());
		redirect.addFlashAttribute("flash", Flash.done("journal.moved." + state, action.getTitle()));
		return "redirect:" + pageOf(seat, actionId);
	}

	private boolean saved(Seat seat, UUID actionId, ActionForm form, BindingResult errors) {
		UUID parcoursId = seat.parcours().getId();
		return Submission.accepted(errors,
				() -> this.logging.revise(parcoursId, actionId, form.version, form.toDetails(), form.accepted),
				() -> standing(parcoursId, actionId, form));
	}

	/** The form as the action now stands; both then say their choices in words. */
	private ActionForm standing(UUID parcoursId, UUID actionId, ActionForm mine) {
		LoggedAction current = this.actions.in(parcoursId, actionId).orElseThrow(NotFound::new);
		this.forms.speaking(mine, current);
		return this.forms.speaking(ActionForm.of(current), current);
	}

	private LoggedAction open(Seat seat, UUID actionId) {
		return this.actions.openTo(seat, actionId).orElseThrow(NotFound::new);
	}

	private static String pageOf(Seat seat, UUID actionId) {
		return "/parcours/" + seat.parcours().getSlug() + "/journal/" + actionId;
	}

}
