package fr.faireavec.signin.web;

import java.time.Clock;
import java.time.Duration;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Passwords;
import fr.faireavec.signin.SessionFacts;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Network;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * My password: the first one chosen by whoever has just signed in, then changed by who
 * knows it.
 */
@Controller
class PasswordController {

	private static final Duration FRESH = Duration.ofMinutes(15);

	private final Passwords passwords;

	private final Throttle throttle;

	private final Clock clock;

	PasswordController(Passwords passwords, Throttle throttle, Clock clock) {
		this.passwords = passwords;
		this.throttle = throttle;
		this.clock = clock;
	}

	@InitBinder("form")
	void passwordsAsTyped(WebDataBinder binder) {
		PasswordsAsTyped.on(binder, "password", "current");
	}

	@GetMapping("/mon-compte/mot-de-passe")
	String form(Viewer viewer, @ModelAttribute("form") PasswordForm form, HttpServletRequest request, Model model) {
		return page(viewer, request, model);
	}

	@PostMapping("/mon-compte/mot-de-passe")
	String change(Viewer viewer, @ModelAttribute("form") PasswordForm form, BindingResult errors,
			HttpServletRequest request, Model model, RedirectAttributes redirect) {
		count(viewer, request);
		if (!Submission.accepted(errors,
				() -> this.passwords.change(viewer.accountId(), form.current, isFresh(request), form.password))) {
			return page(viewer, request, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("signin.password.changed"));
		return "redirect:/mon-compte/connexions";
	}

	@PostMapping("/mon-compte/mot-de-passe/retrait")
	String remove(Viewer viewer, @ModelAttribute("form") PasswordForm form, BindingResult errors,
			HttpServletRequest request, Model model, RedirectAttributes redirect) {
		count(viewer, request);
		if (!Submission.accepted(errors, () -> this.passwords.remove(viewer.accountId(), form.current))) {
			return page(viewer, request, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("signin.password.removed"));
		return "redirect:/mon-compte/connexions";
	}

	private void count(Viewer viewer, HttpServletRequest request) {
		this.throttle.pass(Gate.PASSWORD,
				new Throttle.Attempt("account " + viewer.accountId(), Network.of(request), null));
	}

	private boolean isFresh(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		return session != null && session.getAttribute(SessionFacts.SINCE) instanceof Long since
				&& this.clock.millis() - since < FRESH.toMillis();
	}

	private String page(Viewer viewer, HttpServletRequest request, Model model) {
		model.addAttribute("hasPassword", this.passwords.has(viewer.accountId()));
		model.addAttribute("fresh", isFresh(request));
		return "signin/password";
	}

}
