package fr.faireavec.signin.web;

import java.util.Optional;

import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.signin.AddressChange.Pending;
import fr.faireavec.signin.AddressChange;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Flash;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Another address: asked for here, confirmed from both. */
@Controller
class AddressController {

	private final People people;

	private final AddressChange addresses;

	private final Throttle throttle;

	private final Visit visit;

	AddressController(People people, AddressChange addresses, Throttle throttle, Visit visit) {
		this.people = people;
		this.addresses = addresses;
		this.throttle = throttle;
		this.visit = visit;
	}

	@GetMapping("/mon-compte/courriel")
	String change(Viewer viewer, Model model) {
		model.addAttribute("form", new AddressForm());
		return page(viewer, model);
	}

	@PostMapping("/mon-compte/courriel")
	String ask(Viewer viewer, @Valid @ModelAttribute("form") AddressForm form, BindingResult errors,
			HttpServletRequest request, Model model, RedirectAttributes redirect) {
		if (!errors.hasErrors()) {
			this.throttle.pass(Gate.MAIL,
					new Throttle.Attempt("person " + viewer.personId(), Network.of(request), null));
		}
		Optional<String> asked = Submission.of(errors, () -> this.addresses.ask(viewer.personId(), form.email));
		if (asked.isEmpty()) {
			return page(viewer, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("signin.address.asked", asked.get()));
		return "redirect:/mon-compte";
	}

	@PostMapping("/mon-compte/courriel/abandon")
	String giveUp(Viewer viewer, RedirectAttributes redirect) {
		this.addresses.giveUp(viewer.personId());
		redirect.addFlashAttribute("flash", Flash.done("signin.address.givenUp"));
		return "redirect:/mon-compte";
	}

	@GetMapping("/mon-compte/courriel/confirmation/{token}")
	String open(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		return show(token, this.addresses.look(token), false, request, response, model);
	}

	@PostMapping("/mon-compte/courriel/confirmation/{token}")
	String confirm(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
		try {
			return show(token, this.addresses.confirm(token), true, request, response, model);
		}
		catch (Refusal refusal) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("refused", refusal.messageKey());
			return "signin/address-confirm";
		}
	}

	private String show(String token, Optional<Pending> change, boolean confirmed, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		if (change.isEmpty()) {
			this.throttle.pass(Gate.LOOKUP, this.visit.attempt(request));
			response.setStatus(HttpStatus.GONE.value());
			model.addAttribute("what", "address");
			return "signin/gone";
		}
		model.addAttribute("token", token);
		model.addAttribute("change", change.get());
		model.addAttribute("confirmed", confirmed);
		return "signin/address-confirm";
	}

	private String page(Viewer viewer, Model model) {
		Person person = this.people.findById(viewer.personId()).orElseThrow(NotFound::new);
		model.addAttribute("email", person.getEmail());
		return "signin/address";
	}

}
