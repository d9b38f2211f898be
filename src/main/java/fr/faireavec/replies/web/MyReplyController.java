package fr.faireavec.replies.web;

import java.time.Clock;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.replies.AnswerWay;
import fr.faireavec.replies.Answering;
import fr.faireavec.replies.ReplyReading;
import fr.faireavec.replies.Replying;
import fr.faireavec.replies.Standing;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.CollectiveSessions;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
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

/** A pilot or a copilot says whether she comes. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}/ma-presence")
class MyReplyController {

	private final Replying replying;

	private final ReplyReading reading;

	private final CollectiveSessions sessions;

	private final Clock clock;

	MyReplyController(Replying replying, ReplyReading reading, CollectiveSessions sessions, Clock clock) {
		this.replying = replying;
		this.reading = reading;
		this.sessions = sessions;
		this.clock = clock;
	}

	@GetMapping
	String ask(Seat.Piloting seat, @PathVariable int rank, Model model) {
		return page(seat, rank, model);
	}

	@PostMapping
	String answer(Seat.Piloting seat, @PathVariable int rank, @Valid @ModelAttribute("form") ReplyForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.replying.answer(seat.parcours().getId(), rank,
				seat.viewer().personId(), form.said(), AnswerWay.SIGNED_IN))) {
			return page(seat, rank, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("replies.noted"));
		return "redirect:" + href(seat, rank);
	}

	private String page(Seat seat, int rank, Model model) {
		CollectiveSession session = this.sessions.ranked(seat.parcours().getId(), rank).orElseThrow(NotFound::new);
		Standing standing = this.reading.of(session, seat.viewer().personId()).orElseThrow(NotFound::new);
		model.addAttribute("page", ReplyPage.of(href(seat, rank), ReplyPage.Voice.YOU, standing, session,
				Answering.whyNot(session, this.clock), true));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", ReplyForm.of(standing, true));
		}
		return "replies/mine";
	}

	private static String href(Seat seat, int rank) {
		return "/parcours/" + seat.parcours().getSlug() + "/seances/" + rank + "/ma-presence";
	}

}
