package fr.faireavec.journal.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.journal.ActionChoices;
import fr.faireavec.journal.ActionDrafts;
import fr.faireavec.journal.ActionState;
import fr.faireavec.journal.ActionVocabulary;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.taxonomies.Taxonomy;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything the page that completes an action offers to choose from. */
@Component
class ActionForms {

	private final ActionVocabulary vocabulary;

	private final JournalChoices options;

	private final ActionDrafts drafts;

	ActionForms(ActionVocabulary vocabulary, JournalChoices options, ActionDrafts drafts) {
		this.vocabulary = vocabulary;
		this.options = options;
		this.drafts = drafts;
	}

	/**
	 * The page that completes it.
	 * @param draft what the form is kept as while one types, if it is already
	 */
	String page(LoggedAction action, @Nullable UUID draft, Model model) {
		model.addAttribute("draft", draft);
		model.addAttribute("begun",
				this.drafts.begun(action.getEnrolment().getParcours().getId())
					.stream()
					.filter((begun) -> action.getId().equals(begun.actionId()) && !begun.id().equals(draft))
					.toList());
		ActionChoices choices = choices(action);
		model.addAttribute("action", action);
		model.addAttribute("structure", action.getEnrolment().getStructure().getName());
		model.addAttribute("asksPeople", choices.asksPeople());
		model.addAttribute("themes", this.options.entries(choices, Taxonomy.THEME));
		model.addAttribute("levels", this.options.entries(choices, Taxonomy.LEVEL));
		model.addAttribute("leverChoices", this.options.entries(choices, Taxonomy.LEVER));
		model.addAttribute("instruments", this.options.entries(choices, Taxonomy.INSTRUMENT));
		model.addAttribute("serviceUserChoices", this.options.entries(choices, Taxonomy.SERVICE_USER));
		model.addAttribute("roleChoices", this.options.entries(choices, Taxonomy.ROLE));
		model.addAttribute("recognitionChoices", this.options.entries(choices, Taxonomy.RECOGNITION));
		model.addAttribute("effectChoices", this.options.entries(choices, Taxonomy.EFFECT));
		model.addAttribute("sessions", this.options.sessions(choices));
		model.addAttribute("keptOnChoices", this.options.keptOn());
		Set<ActionState> reachable = EnumSet.of(action.getState());
		reachable.addAll(action.nextStates());
		model.addAttribute("states", this.options.states(reachable.stream()));
		return "journal/edit";
	}

	/** The short page of what is done. */
	String done(LoggedAction action, Model model) {
		ActionChoices choices = choices(action);
		model.addAttribute("action", action);
		model.addAttribute("structure", action.getEnrolment().getStructure().getName());
		model.addAttribute("asksPeople", choices.asksPeople());
		model.addAttribute("levels", this.options.entries(choices, Taxonomy.LEVEL));
		model.addAttribute("counted", action.getDetails().hours().timeContributed());
		return "journal/done";
	}

	/** The short page of what was abandoned. */
	String abandon(LoggedAction action, Model model) {
		model.addAttribute("action", action);
		model.addAttribute("structure", action.getEnrolment().getStructure().getName());
		return "journal/abandon";
	}

	/** What is done as it now stands; both forms then say their level in words. */
	DoneForm standing(DoneForm mine, LoggedAction current, LocalDate today) {
		ActionChoices choices = choices(current);
		mine.speaking((value) -> this.options.word(choices, value));
		return DoneForm.of(current, today).speaking((value) -> this.options.word(choices, value));
	}

	/** The form, able to say its choices in words. */
	ActionForm speaking(ActionForm form, LoggedAction action) {
		ActionChoices choices = choices(action);
		return form.speaking((value) -> this.options.word(choices, value));
	}

	private ActionChoices choices(LoggedAction action) {
		return this.vocabulary.of(action.getEnrolment().getParcours().getId()).keeping(action);
	}

}
