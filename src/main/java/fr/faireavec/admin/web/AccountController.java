package fr.faireavec.admin.web;

import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.accounts.People;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.admin.Administering;
import fr.faireavec.admin.PersonSheet;
import fr.faireavec.factors.FactorReset;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.signin.LinkHandout;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person: who they are, what they may do, whether they come in. */
@Controller
class AccountController {

	private final PersonPages pages;

	private final Administering administering;

	private final LinkHandout links;

	private final FactorReset factors;

	private final People people;

	AccountController(PersonPages pages, Administering administering, LinkHandout links, FactorReset factors,
			People people) {
		this.pages = pages;
		this.administering = administering;
		this.links = links;
		this.factors = factors;
		this.people = people;
	}

	/** An address noted before two sheets were made one leads to the one that goes on. */
	@GetMapping("/administration/comptes/{personId}")
	String sheet(Viewer viewer, @PathVariable UUID personId, Model model) {
		UUID goesOn = this.people.findById(personId).map(Person::getReunitedWith).orElse(null);
		if (goesOn != null) {
			return home(goesOn);
		}
		model.addAttribute("form", this.pages.role(this.pages.sheet(personId)));
		return this.pages.show(viewer, personId, model);
	}

	@GetMapping("/administration/comptes/{personId}/modifier")
	String edit(Viewer viewer, @PathVariable UUID personId, Model model) {
		model.addAttribute("form", PersonForm.of(at(personId)));
		return correcting(viewer, personId, model);
	}

	@PostMapping("/administration/comptes/{personId}/modifier")
	String correct(Viewer viewer, @PathVariable UUID personId, @Valid @ModelAttribute("form") PersonForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.administering.correct(viewer, personId, form.version,
						new AccountKeeping.Name(form.givenName, form.familyName), form.email),
				() -> PersonForm.of(at(personId)))) {
			return correcting(viewer, personId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("admin.corrected"));
		return home(personId);
	}

	@PostMapping("/administration/comptes/{personId}/role")
	String entrust(Viewer viewer, @PathVariable UUID personId, @Valid @ModelAttribute("form") RoleForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		this.pages.speak(form);
		if (!Submission.accepted(errors,
				() -> this.administering.entrust(viewer, form.key, personId, form.version, form.toRole()),
				() -> this.pages.role(this.pages.sheet(personId)))) {
			return this.pages.show(viewer, personId, model);
		}
		PersonSheet sheet = this.pages.sheet(personId);
		redirect.addFlashAttribute("flash",
				Flash.done((sheet.role() == null) ? "admin.role.taken" : "admin.role.given", sheet.name()));
		return home(personId);
	}

	@PostMapping("/administration/comptes/{personId}/invitation")
	String invite(Viewer viewer, @PathVariable UUID personId, @ModelAttribute("sent") SentOnce sent,
			RedirectAttributes redirect) {
		Person person = at(personId);
		this.administering.invite(sent.key, personId);
		redirect.addFlashAttribute("flash",
				Flash.done("admin.invited", person.getName(), String.valueOf(person.getEmail())));
		return home(personId);
	}

	/** Shows the link in the answer itself: nothing keeps it. */
	@PostMapping("/administration/comptes/{personId}/lien")
	String link(Viewer viewer, @PathVariable UUID personId, Model model) {
		model.addAttribute("link", this.links.handOut(viewer, at(personId).getId()));
		model.addAttribute("form", this.pages.role(this.pages.sheet(personId)));
		return this.pages.show(viewer, personId, model);
	}

	@PostMapping("/administration/comptes/{personId}/deconnexion")
	String signOut(Viewer viewer, @PathVariable UUID personId, RedirectAttributes redirect) {
		Person person = at(personId);
		this.administering.signOut(personId);
		redirect.addFlashAttribute("flash", Flash.done("admin.signedOut", person.getName()));
		return home(personId);
	}

	/** For who lost telephone, keys and recovery codes, once it is known who asks. */
	@PostMapping("/administration/comptes/{personId}/second-facteurs/retrait")
	String takeFactorsAway(Viewer viewer, @PathVariable UUID personId, RedirectAttributes redirect) {
		Person person = at(personId);
		this.factors.takeAway(viewer, personId);
		redirect.addFlashAttribute("flash", Flash.done("admin.factors.removed", person.getName()));
		return home(personId);
	}

	@PostMapping("/administration/comptes/{personId}/fermeture")
	String close(Viewer viewer, @PathVariable UUID personId, RedirectAttributes redirect) {
		Person person = at(personId);
		this.administering.close(viewer, personId);
		redirect.addFlashAttribute("flash", Flash.withUndo("admin.closed",
				"/administration/comptes/" + personId + "/reouverture", person.getName()));
		return home(personId);
	}

	@PostMapping("/administration/comptes/{personId}/reouverture")
	String reopen(Viewer viewer, @PathVariable UUID personId, RedirectAttributes redirect) {
		Person person = at(personId);
		this.administering.reopen(personId);
		redirect.addFlashAttribute("flash", Flash.done("admin.reopened", person.getName()));
		return home(personId);
	}

	private String correcting(Viewer viewer, UUID personId, Model model) {
		model.addAttribute("person", at(personId));
		model.addAttribute("own", viewer.personId().equals(personId));
		return "admin/correct";
	}

	/** A sheet in whose place another goes on is nowhere any more. */
	private Person at(UUID personId) {
		return this.people.findById(personId).filter((person) -> !person.isReunited()).orElseThrow(NotFound::new);
	}

	private static String home(UUID personId) {
		return "redirect:/administration/comptes/" + personId;
	}

}
