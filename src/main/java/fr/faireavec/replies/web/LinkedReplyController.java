package fr.faireavec.replies.web;

import java.time.Clock;
import java.util.Optional;

import fr.faireavec.replies.AnswerWay;
import fr.faireavec.replies.Answering;
import fr.faireavec.replies.ReplyLinks;
import fr.faireavec.replies.ReplyLinks.Bearer;
import fr.faireavec.replies.Replying;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Network;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Somebody answers by the link of a letter, without signing in. Opening it changes
 * nothing: mail servers open links before their readers do.
 */
@Controller
@RequestMapping("/presence/{link}")
class LinkedReplyController {

	private final ReplyLinks links;

	private final Replying replying;

	private final Throttle throttle;

	private final Clock clock;

	LinkedReplyController(ReplyLinks links, Replying replying, Throttle throttle, Clock clock) {
		this.links = links;
		this.replying = replying;
		this.throttle = throttle;
		this.clock = clock;
	}

	@GetMapping
	String ask(@PathVariable("link") String token, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		return page(token, this.links.find(token), request, response, model);
	}

	@PostMapping
	String answer(@PathVariable("link") String token, @Valid @ModelAttribute("form") ReplyForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<Bearer> bearer = this.links.find(token);
		boolean answered = bearer.isPresent() && Submission.accepted(errors,
				() -> this.replying.answer(bearer.get().session().getParcours().getId(),
						bearer.get().session().getRank(), bearer.get().standing().personId(), form.saidBlind(),
						AnswerWay.BY_LINK));
		return answered ? "redirect:/presence/" + token : page(token, bearer, request, response, model);
	}

	/** Only what leads nowhere is counted: a whole room behind one address goes in. */
	private String page(String token, Optional<Bearer> bearer, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
		if (bearer.isEmpty()) {
			this.throttle.pass(Gate.LOOKUP, Throttle.Attempt.from(Network.of(request)));
			response.setStatus(HttpStatus.NOT_FOUND.value());
			return "replies/gone";
		}
		Bearer here = bearer.get();
		model.addAttribute("page", ReplyPage.of("/presence/" + token, ReplyPage.Voice.YOU, here.standing(),
				here.session(), Answering.whyNot(here.session(), this.clock), false));
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new ReplyForm());
		}
		return "replies/link";
	}

}
