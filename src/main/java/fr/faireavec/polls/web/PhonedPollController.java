package fr.faireavec.polls.web;

import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.polls.Askee;
import fr.faireavec.polls.PollReading;
import fr.faireavec.polls.PollSheet;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Somebody who runs a parcours answers its poll: for themselves, for a guest speaker, or
 * for whoever phoned.
 */
@Controller
@RequestMapping("/parcours/{slug}/planification/reponses/{askeeId}")
class PhonedPollController {

	private final PollReading reading;

	private final PollPages pages;

	PhonedPollController(PollReading reading, PollPages pages) {
		this.reading = reading;
		this.pages = pages;
	}

	@GetMapping
	String ask(Seat.Running seat, @PathVariable UUID askeeId, Model model) {
		PollSheet poll = poll(seat);
		return this.pages.blank("polls/phoned", href(seat, askeeId), isMine(seat, askeeId), poll, askee(poll, askeeId),
				seat.parcours().getName(), model);
	}

	@PostMapping
	String answer(Seat.Running seat, @PathVariable UUID askeeId, @Valid @ModelAttribute("form") AnswersForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		PollSheet poll = poll(seat);
		return this.pages.accepted(poll, askee(poll, askeeId), form, errors, redirect)
				? "redirect:/parcours/" + seat.parcours().getSlug() + "/planification"
				: this.pages.again("polls/phoned", href(seat, askeeId), isMine(seat, askeeId), poll,
						askee(poll, askeeId), seat.parcours().getName(), model);
	}

	private PollSheet poll(Seat seat) {
		return this.reading.aliveIn(seat.parcours().getId()).orElseThrow(NotFound::new);
	}

	private static Askee askee(PollSheet poll, UUID askeeId) {
		return poll.askee(askeeId).orElseThrow(NotFound::new);
	}

	private static boolean isMine(Seat seat, UUID askeeId) {
		return seat.viewer().personId().equals(askeeId);
	}

	private static String href(Seat seat, UUID askeeId) {
		return "/parcours/" + seat.parcours().getSlug() + "/planification/reponses/" + askeeId;
	}

}
