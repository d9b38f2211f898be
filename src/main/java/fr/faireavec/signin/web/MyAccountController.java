package fr.faireavec.signin.web;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.signin.AddressChange;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Network;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who I am here. */
@Controller
class MyAccountController {

	private final People people;

	private final AccountKeeping keeping;

	private final AddressChange addresses;

	private final Throttle throttle;

	MyAccountController(People people, AccountKeeping keeping, AddressChange addresses, Throttle throttle) {
		this.people = people;
		this.keeping = keeping;
		this.addresses = addresses;
		this.throttle = throttle;
	}

	@GetMapping("/mon-compte")
	String profile(Viewer viewer, Model model) {
		model.addAttribute("form", NameForm.of(person(viewer)));
		return page(viewer, model);
	}

	@PostMapping("/mon-compte")
	String rename(Viewer viewer, @Valid @ModelAttribute("form") NameForm form, BindingResult errors,
			HttpServletRequest request, Model model, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			this.throttle.pass(Gate.RENAME,
					new Throttle.Attempt("person " + viewer.personId(), Network.of(request), null));
		}
		if (!Submission.accepted(errors, () -> this.keeping.present(viewer.personId(), form.version, form.name(),
				form.telephone, form.showsAddress), () -> NameForm.of(person(viewer)))) {
			return page(viewer, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("signin.account.saved"));
		return "redirect:/mon-compte";
	}

	private String page(Viewer viewer, Model model) {
		Person person = person(viewer);
		model.addAttribute("email", person.getEmail());
		model.addAttribute("pending", this.addresses.pending(person.getId()).orElse(null));
		return "signin/account";
	}

	private Person person(Viewer viewer) {
		return this.people.findById(viewer.personId()).orElseThrow(NotFound::new);
	}

}
