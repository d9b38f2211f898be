package fr.faireavec.replies.web;

import java.time.Clock;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.replies.AnswerWay;
import fr.faireavec.replies.Answering;
import fr.faireavec.replies.RepliesToRead;
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

/** The animation reads who comes, reminds the silent ones, answers for who phoned. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}/presences")
class RepliesController {

	private final Replying replying;

	private final ReplyReading reading;

	private final RepliesToRead toRead;

	private final CollectiveSessions sessions;

	private final Clock clock;

	RepliesController(Replying replying, ReplyReading reading, RepliesToRead toRead, CollectiveSessions sessions,
			Clock clock) {
		this.toRead = toRead;
		this.replying = replying;
		this.reading = reading;
		this.sessions = sessions;
		this.clock = clock;
	}

	@GetMapping
	String list(Seat.Running seat, @PathVariable int rank, Model model) {
		CollectiveSession session = session(seat, rank);
		model.addAttribute("page",
				RepliesPage.of(href(seat, rank), session, this.reading.of(session), this.toRead.of(session.getId()),
						seat.readsInternalNotes(), Answering.whyNot(session, this.clock),
						seat.parcours().today(this.clock)));
		return "replies/list";
	}

	@PostMapping("/relance")
	String remind(Seat.Running seat, @PathVariable int rank, RedirectAttributes redirect) {
		int written = this.replying.remind(seat.parcours().getId(), rank);
		redirect.addFlashAttribute("flash", (written == 0) ? Flash.note("replies.reminded.none")
				: Flash.done((written > 1) ? "replies.reminded.many" : "replies.reminded.one", written));
		return "redirect:" + href(seat, rank);
	}

	@PostMapping("/agendas/{replyId}")
	String read(Seat.Running seat, @PathVariable int rank, @PathVariable UUID replyId, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", this.toRead.read(seat.parcours().getId(), rank, replyId)
				? Flash.done("replies.toRead.done") : Flash.note("replies.toRead.already"));
		return "redirect:" + href(seat, rank);
	}

	@GetMapping("/{personId}")
	String ask(Seat.Running seat, @PathVariable int rank, @PathVariable UUID personId, Model model) {
		return one(seat, rank, personId, model);
	}

	@PostMapping("/{personId}")
	String answer(Seat.Running seat, @PathVariable int rank, @PathVariable UUID personId,
			@Valid @ModelAttribute("form") ReplyForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.replying.answer(seat.parcours().getId(), rank, personId,
				seat.readsInternalNotes() ? form.said() : form.saidBlind(), AnswerWay.BY_FACILITATOR))) {
			return one(seat, rank, personId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("replies.noted"));
		return "redirect:" + href(seat, rank) + "/" + personId;
	}

	private String one(Seat.Running seat, int rank, UUID personId, Model model) {
		CollectiveSession session = session(seat, rank);
		Standing standing = this.reading.of(session, personId).orElseThrow(NotFound::new);
		model.addAttribute("page", ReplyPage.of(href(seat, rank) + "/" + personId, ReplyPage.Voice.THEY, standing,
				session, Answering.whyNot(session, this.clock), seat.readsInternalNotes()));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", ReplyForm.of(standing, seat.readsInternalNotes()));
		}
		return "replies/one";
	}

	private CollectiveSession session(Seat seat, int rank) {
		return this.sessions.ranked(seat.parcours().getId(), rank).orElseThrow(NotFound::new);
	}

	private static String href(Seat seat, int rank) {
		return "/parcours/" + seat.parcours().getSlug() + "/seances/" + rank + "/presences";
	}

}
