package fr.faireavec.signin.web;

import fr.faireavec.signin.Inviting;
import fr.faireavec.accounts.Person;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.beans.propertyeditors.StringTrimmerEditor;
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

/** A one-time link: opening it changes nothing, choosing a password uses it up. */
@Controller
class AccessLinkController {

	private final Inviting keeping;

	AccessLinkController(Inviting keeping) {
		this.keeping = keeping;
	}

	/** A password is taken as typed, spaces included. */
	@InitBinder("form")
	void passwordsAsTyped(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, new StringTrimmerEditor("", false) {
			@Override
			public void setAsText(String text) {
				setValue(text);
			}
		});
	}

	@GetMapping("/acces/{token}")
	String open(@PathVariable String token, @ModelAttribute("form") PasswordForm form, Model model) {
		return page(token, model);
	}

	@PostMapping("/acces/{token}")
	String choose(@PathVariable String token, @Valid @ModelAttribute("form") PasswordForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		if (!form.agrees()) {
			errors.rejectValue("again", "signin.password.differs");
		}
		if (!Submission.accepted(errors, () -> this.keeping.choosePassword(token, form.getPassword()))) {
			return page(token, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("signin.password.chosen"));
		return "redirect:/connexion";
	}

	private String page(String token, Model model) {
		Person person = this.keeping.bearer(token);
		model.addAttribute("name", person.getName());
		model.addAttribute("email", person.getEmail());
		model.addAttribute("token", token);
		return "signin/choose-password";
	}

}
