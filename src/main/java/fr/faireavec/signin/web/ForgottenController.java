package fr.faireavec.signin.web;

import java.util.Objects;
import java.util.Optional;

import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Passwords;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A password forgotten: a link by mail, then a new one. */
@Controller
class ForgottenController {

	private final Passwords passwords;

	private final Throttle throttle;

	private final Visit visit;

	ForgottenController(Passwords passwords, Throttle throttle, Visit visit) {
		this.passwords = passwords;
		this.throttle = throttle;
		this.visit = visit;
	}

	@InitBinder("form")
	void passwordsAsTyped(WebDataBinder binder) {
		PasswordsAsTyped.on(binder, "password");
	}

	@GetMapping("/connexion/mot-de-passe/oublie")
	String forgotten(HttpServletRequest request, Model model) {
		AddressForm form = new AddressForm();
		form.email = Objects.requireNonNullElse(LateSignIn.addressIn(request), "");
		model.addAttribute("form", form);
		return "signin/forgotten";
	}

	@PostMapping("/connexion/mot-de-passe/oublie")
	String ask(@Valid @ModelAttribute("form") AddressForm form, BindingResult errors, HttpServletRequest request,
			Model model) {
		if (errors.hasErrors()) {
			return "signin/forgotten";
		}
		this.throttle.pass(Gate.MAIL, this.visit.attempt(request, form.email));
		this.passwords.forgotten(form.email);
		model.addAttribute("sent", form.email);
		return "signin/forgotten";
	}

	@GetMapping("/connexion/mot-de-passe/nouveau/{token}")
	String open(@PathVariable String token, @ModelAttribute("form") PasswordForm form, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		return page(token, request, response, model);
	}

	@PostMapping("/connexion/mot-de-passe/nouveau/{token}")
	String choose(@PathVariable String token, @ModelAttribute("form") PasswordForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes redirect) {
		if (!Submission.of(errors, () -> this.passwords.reset(token, form.password)).orElse(false)) {
			return page(token, request, response, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("signin.password.resetDone"));
		return "redirect:/connexion/mot-de-passe";
	}

	private String page(String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<Passwords.Owner> owner = this.passwords.owner(token);
		if (owner.isEmpty()) {
			this.throttle.pass(Gate.LOOKUP, this.visit.attempt(request));
			response.setStatus(HttpStatus.GONE.value());
			model.addAttribute("what", "reset");
			return "signin/gone";
		}
		model.addAttribute("token", token);
		model.addAttribute("owner", owner.get());
		return "signin/reset";
	}

}
