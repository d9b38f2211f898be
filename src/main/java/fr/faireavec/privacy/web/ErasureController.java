package fr.faireavec.privacy.web;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Spellings.Name;
import fr.faireavec.privacy.Erasing;
import fr.faireavec.privacy.Mentions.Look;
import fr.faireavec.privacy.NameErasing;
import fr.faireavec.privacy.Reviewing;
import fr.faireavec.privacy.Reviewing.Page;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The administration looks, line by line, at what erasing somebody would change in the
 * texts of others, leaves out what means somebody else, and erases.
 */
@Controller
class ErasureController {

	private static final String HOME = "redirect:/administration/donnees";

	private final Erasing erasing;

	private final NameErasing names;

	private final Reviewing reviewing;

	ErasureController(Erasing erasing, NameErasing names, Reviewing reviewing) {
		this.erasing = erasing;
		this.names = names;
		this.reviewing = reviewing;
	}

	@GetMapping("/administration/donnees/{personId}/effacement")
	String look(Viewer viewer, @PathVariable UUID personId, @ModelAttribute("form") ReviewForm form,
			BindingResult errors, Model model) {
		return person(personId, model);
	}

	@PostMapping("/administration/donnees/{personId}/effacement")
	String carryOut(Viewer viewer, @PathVariable UUID personId, @Valid @ModelAttribute("form") ReviewForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.erasing.carryOut(personId, form.review()))) {
			return person(personId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("privacy.person.erased"));
		return HOME;
	}

	/** A name they gave themselves of late is theirs indeed. */
	@PostMapping("/administration/donnees/{personId}/nom")
	String confirm(Viewer viewer, @PathVariable UUID personId, @RequestParam String given, @RequestParam String family,
			RedirectAttributes redirect) {
		try {
			this.reviewing.confirm(personId, new Name(given, family));
			redirect.addFlashAttribute("flash", Flash.done("privacy.review.confirmed", given + " " + family));
		}
		catch (Refusal never) {
			redirect.addFlashAttribute("flash", Flash.note(never.messageKey(), never.args()));
		}
		return HOME + "/" + personId + "/effacement";
	}

	@GetMapping("/administration/donnees/noms")
	String look(Viewer viewer, @RequestParam String name, @ModelAttribute("form") ReviewForm form, BindingResult errors,
			Model model) {
		return name(name, model);
	}

	@PostMapping("/administration/donnees/noms")
	String erase(Viewer viewer, @RequestParam String name, @Valid @ModelAttribute("form") ReviewForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Optional<Integer> lines = Submission.of(errors, () -> this.names.erase(name, form.review()));
		if (lines.isEmpty()) {
			return name(name, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("privacy.names.erased", lines.get()));
		return HOME;
	}

	private String person(UUID personId, Model model) {
		Page page = this.reviewing.of(personId);
		model.addAttribute("person", page.person());
		model.addAttribute("known", page.known());
		model.addAttribute("prospect", page.prospect());
		model.addAttribute("look", page.look());
		return "privacy/erasure";
	}

	private String name(String name, Model model) {
		Look look = this.names.look(name);
		model.addAttribute("name", name);
		model.addAttribute("look", look);
		return "privacy/name";
	}

}
