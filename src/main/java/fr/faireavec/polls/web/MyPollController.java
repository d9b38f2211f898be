package fr.faireavec.polls.web;

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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A pilot or a copilot answers the poll of her parcours from her desk. */
@Controller
@RequestMapping("/parcours/{slug}/sondage")
class MyPollController {

	private final PollReading reading;

	private final PollPages pages;

	MyPollController(PollReading reading, PollPages pages) {
		this.reading = reading;
		this.pages = pages;
	}

	@GetMapping
	String ask(Seat.Piloting seat, Model model) {
		PollSheet poll = poll(seat);
		return this.pages.blank("polls/mine", href(seat), true, poll, me(poll, seat), seat.parcours().getName(), model);
	}

	@PostMapping
	String answer(Seat.Piloting seat, @Valid @ModelAttribute("form") AnswersForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		PollSheet poll = poll(seat);
		return this.pages.accepted(poll, me(poll, seat), form, errors, redirect) ? "redirect:" + href(seat) : this.pages
			.again("polls/mine", href(seat), true, poll, me(poll, seat), seat.parcours().getName(), model);
	}

	private PollSheet poll(Seat seat) {
		return this.reading.aliveIn(seat.parcours().getId()).orElseThrow(NotFound::new);
	}

	private static Askee me(PollSheet poll, Seat seat) {
		return poll.askee(seat.viewer().personId()).orElseThrow(NotFound::new);
	}

	private static String href(Seat seat) {
		return "/parcours/" + seat.parcours().getSlug() + "/sondage";
	}

}
