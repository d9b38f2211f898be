package fr.faireavec.polls.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import fr.faireavec.availability.Availabilities;
import fr.faireavec.availability.Availability;
import fr.faireavec.kernel.Zones;
import fr.faireavec.polls.Askee;
import fr.faireavec.polls.PollAnswering;
import fr.faireavec.polls.PollSheet;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows a poll to whoever answers it, by whatever way, and takes what they say. */
@Component
class PollPages {

	private final PollAnswering answering;

	private final Availabilities availabilities;

	private final Clock clock;

	PollPages(PollAnswering answering, Availabilities availabilities, Clock clock) {
		this.answering = answering;
		this.availabilities = availabilities;
		this.clock = clock;
	}

	String blank(String view, String action, boolean mine, PollSheet poll, Askee askee, String parcours, Model model) {
		model.addAttribute("form", AnswersForm.of(poll, askee, availability(askee, mine)));
		return again(view, action, mine, poll, askee, parcours, model);
	}

	/** With what was typed. */
	String again(String view, String action, boolean mine, PollSheet poll, Askee askee, String parcours, Model model) {
		model.addAttribute("page", PollPage.of(action, mine, poll, askee, parcours, availability(askee, mine),
				LocalDate.ofInstant(this.clock.instant(), Zones.PARIS)));
		return view;
	}

	/** Nobody else reads what somebody can never do. */
	private Availability availability(Askee askee, boolean mine) {
		return !mine ? Availability.unknown()
				: Objects.requireNonNull(this.availabilities.of(Set.of(askee.id())).get(askee.id()));
	}

	boolean accepted(PollSheet poll, Askee askee, AnswersForm form, BindingResult errors, RedirectAttributes redirect) {
		int gone = form.gone(poll);
		Optional<Integer> late = Submission.of(errors,
				() -> this.answering.answer(poll.id(), askee.id(), form.answers(poll), form.comment, form.accepted));
		late.ifPresent((more) -> redirect.addFlashAttribute("flash",
				(gone + more > 0) ? Flash.note("polls.noted.gone") : Flash.done("polls.noted")));
		return late.isPresent();
	}

}
