package fr.faireavec.admin.web;

import java.util.Objects;
import java.util.Optional;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.admin.Administering;
import fr.faireavec.admin.Everybody;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody known here, looked for; and somebody new to name. */
@Controller
class AccountsController {

	private final Everybody everybody;

	private final Administering administering;

	private final RoleWords words;

	AccountsController(Everybody everybody, Administering administering, RoleWords words) {
		this.everybody = everybody;
		this.administering = administering;
		this.words = words;
	}

	@GetMapping("/administration/comptes")
	String list(Viewer viewer, @ModelAttribute("filter") PeopleFilter filter,
			@RequestParam(defaultValue = "1") int page, Model model) {
		model.addAttribute("page", this.everybody.search(filter.texte, filter.role, filter.acces, page));
		model.addAttribute("roles", this.words.all());
		model.addAttribute("standings", this.words.standings());
		return "admin/accounts";
	}

	@GetMapping("/administration/comptes/nouveau")
	String blank(Viewer viewer, Model model) {
		model.addAttribute("form", new AppointForm());
		return page(model);
	}

	@PostMapping("/administration/comptes/nouveau")
	String appoint(Viewer viewer, @Valid @ModelAttribute("form") AppointForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<Person> appointed = Submission.of(errors,
				() -> this.administering.appoint(form.key, new AccountKeeping.Name(form.givenName, form.familyName),
						form.email, form.answered, Objects.requireNonNull(form.role)));
		if (appointed.isEmpty()) {
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("admin.appointed", appointed.get().getName(),
				Objects.requireNonNull(appointed.get().getEmail())));
		return "redirect:/administration/comptes/" + appointed.get().getId();
	}

	private String page(Model model) {
		model.addAttribute("roles", this.words.stored());
		return "admin/appoint";
	}

}
