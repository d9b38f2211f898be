package fr.faireavec.signin.web;

import java.util.List;
import java.util.Optional;

import fr.faireavec.factors.Factor;
import fr.faireavec.signin.Accepting;
import fr.faireavec.signin.Accepting.Accepted;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Invitations;
import fr.faireavec.signin.InvitedTo;
import fr.faireavec.signin.Invitations.Invitation;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accepting an invitation is choosing how to sign in; opening it changes nothing. */
@Controller
class InvitationController {

	private final Invitations invitations;

	private final List<InvitedTo> invitedTo;

	private final Accepting accepting;

	private final Throttle throttle;

	private final Visit visit;

	private final Entrance entrance;

	InvitationController(Invitations invitations, Accepting accepting, Throttle throttle, Visit visit,
			Entrance entrance, List<InvitedTo> invitedTo) {
		this.invitedTo = List.copyOf(invitedTo);
		this.invitations = invitations;
		this.accepting = accepting;
		this.throttle = throttle;
		this.visit = visit;
		this.entrance = entrance;
	}

	@InitBinder("form")
	void passwordsAsTyped(WebDataBinder binder) {
		PasswordsAsTyped.on(binder, "password");
	}

	@GetMapping("/invitation/{token}")
	String open(@PathVariable String token, @ModelAttribute("form") PasswordForm form, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		return page(token, request, response, model);
	}

	/**
	 * By mail each time, or with a passkey made on the next page; a link passed on makes
	 * none.
	 */
	@PostMapping("/invitation/{token}")
	String accept(@PathVariable String token, @RequestParam(defaultValue = "MAIL") String maniere,
			@ModelAttribute("form") PasswordForm form, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		Optional<Accepted> accepted = this.accepting.accept(token);
		if (accepted.isEmpty()) {
			return page(token, request, response, model);
		}
		this.entrance.welcome(accepted.get(), Factor.MAIL);
		return ("CLE".equals(maniere) && !accepted.get().handed()) ? "redirect:" + AfterSignIn.OFFER : "redirect:/";
	}

	@PostMapping("/invitation/{token}/mot-de-passe")
	String choose(@PathVariable String token, @ModelAttribute("form") PasswordForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<Accepted> who = Submission.of(errors, () -> this.accepting.withPassword(token, form.password))
			.flatMap((accepted) -> accepted);
		if (who.isEmpty()) {
			model.addAttribute("byPassword", true);
			return page(token, request, response, model);
		}
		return "redirect:" + this.entrance.welcome(who.get(), Factor.PASSWORD);
	}

	private String page(String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<Invitation> found = this.invitations.look(token);
		if (found.isEmpty()) {
			this.throttle.pass(Gate.LOOKUP, this.visit.attempt(request));
		}
		if (found.filter(Invitation::alive).isEmpty()) {
			response.setStatus((found.isPresent() ? HttpStatus.GONE : HttpStatus.NOT_FOUND).value());
			model.addAttribute("what", "invitation");
			return "signin/gone";
		}
		model.addAttribute("token", token);
		model.addAttribute("invitation", found.get());
		model.addAttribute("finds",
				this.invitedTo.stream()
					.flatMap((room) -> room.finds(found.get().personId()).stream())
					.findFirst()
					.orElse("signin.invitation.what"));
		return "signin/invitation";
	}

}
