package fr.faireavec.polls.web;

import java.util.Optional;

import fr.faireavec.polls.PollLinks;
import fr.faireavec.polls.PollLinks.Bearer;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Network;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Somebody answers a poll by the link of a letter, without signing in. Opening it changes
 * nothing: mail servers open links before their readers do.
 */
@Controller
@RequestMapping("/sondages/{link}")
class LinkedPollController {

	private final PollLinks links;

	private final PollPages pages;

	private final Throttle throttle;

	LinkedPollController(PollLinks links, PollPages pages, Throttle throttle) {
		this.links = links;
		this.pages = pages;
		this.throttle = throttle;
	}

	@GetMapping
	String ask(@PathVariable("link") String token, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Optional<Bearer> bearer = found(token, request, response);
		return bearer.isEmpty() ? "polls/gone" : this.pages.blank("polls/link", action(token), true,
				bearer.get().poll(), bearer.get().askee(), bearer.get().parcours(), model);
	}

	@PostMapping
	String answer(@PathVariable("link") String token, @Valid @ModelAttribute("form") AnswersForm form,
			BindingResult errors, HttpServletRequest request, HttpServletResponse response, Model model,
			RedirectAttributes redirect) {
		Optional<Bearer> bearer = found(token, request, response);
		if (bearer.isEmpty()) {
			return "polls/gone";
		}
		return this.pages.accepted(bearer.get().poll(), bearer.get().askee(), form, errors, redirect)
				? "redirect:" + action(token) : this.pages.again("polls/link", action(token), true, bearer.get().poll(),
						bearer.get().askee(), bearer.get().parcours(), model);
	}

	/** Only what leads nowhere is counted: a whole room behind one address goes in. */
	private Optional<Bearer> found(String token, HttpServletRequest request, HttpServletResponse response) {
		response.setHeader("X-Robots-Tag", "noindex, nofollow");
		Optional<Bearer> bearer = this.links.find(token);
		if (bearer.isEmpty()) {
			this.throttle.pass(Gate.LOOKUP, Throttle.Attempt.from(Network.of(request)));
			response.setStatus(HttpStatus.NOT_FOUND.value());
		}
		return bearer;
	}

	private static String action(String token) {
		return "/sondages/" + token;
	}

}
