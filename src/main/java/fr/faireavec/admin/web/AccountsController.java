package fr.faireavec.admin.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Accounts;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Role;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.signin.Inviting;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administration's accounts: open, close, hand out a link. */
@Controller
class AccountsController {

	private final AccountKeeping keeping;

	private final Inviting inviting;

	private final Accounts accounts;

	private final People people;

	private final BaseUrl addresses;

	private final MessageSource messages;

	AccountsController(AccountKeeping keeping, Inviting inviting, Accounts accounts, People people, BaseUrl addresses,
			MessageSource messages) {
		this.keeping = keeping;
		this.inviting = inviting;
		this.accounts = accounts;
		this.people = people;
		this.addresses = addresses;
		this.messages = messages;
	}

	@GetMapping("/administration/comptes")
	String list(Viewer viewer, Model model) {
		model.addAttribute("form", new AppointForm());
		return page(model);
	}

	@PostMapping("/administration/comptes")
	String appoint(Viewer viewer, @Valid @ModelAttribute("form") AppointForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> {
			Person person = this.keeping.register(new AccountKeeping.Name(form.getGivenName(), form.getFamilyName()),
					form.getEmail());
			this.keeping.appoint(person, Objects.requireNonNull(form.getRole()));
		})) {
			return page(model);
		}
		redirect.addFlashAttribute("flash",
				Flash.done("admin.accounts.appointed", form.getGivenName() + " " + form.getFamilyName()));
		return "redirect:/administration/comptes";
	}

	/** Shows the link in the answer itself: nothing keeps it. */
	@PostMapping("/administration/comptes/{personId}/lien")
	String link(Viewer viewer, @PathVariable UUID personId, Model model) {
		Person person = this.people.findById(personId).orElseThrow(NotFound::new);
		model.addAttribute("link", this.addresses.of("/acces/" + this.inviting.issueLink(personId)));
		model.addAttribute("linkFor", person.getName());
		model.addAttribute("form", new AppointForm());
		return page(model);
	}

	@PostMapping("/administration/comptes/{personId}/fermeture")
	String disable(Viewer viewer, @PathVariable UUID personId, RedirectAttributes redirect) {
		this.keeping.disable(personId);
		redirect.addFlashAttribute("flash", Flash.done("admin.accounts.disabled.done", name(personId)));
		return "redirect:/administration/comptes";
	}

	@PostMapping("/administration/comptes/{personId}/reouverture")
	String enable(Viewer viewer, @PathVariable UUID personId, RedirectAttributes redirect) {
		this.keeping.enable(personId);
		redirect.addFlashAttribute("flash", Flash.done("admin.accounts.enabled.done", name(personId)));
		return "redirect:/administration/comptes";
	}

	private String name(UUID personId) {
		return this.people.findById(personId).map(Person::getName).orElse("");
	}

	private String page(Model model) {
		model.addAttribute("rows", this.accounts.everyone().stream().map(AccountRow::of).toList());
		model.addAttribute("roles",
				Arrays.stream(Role.values())
					.map((role) -> new Option(role.name(),
							this.messages.getMessage("accounts.role." + role, null, Locale.FRENCH)))
					.toList());
		return "admin/accounts";
	}

}
