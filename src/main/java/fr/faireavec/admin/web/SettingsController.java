package fr.faireavec.admin.web;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.settings.Settings;
import fr.faireavec.settings.SettingsKeeping;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the installation decides for itself. */
@Controller
class SettingsController {

	private final Settings settings;

	private final SettingsKeeping keeping;

	SettingsController(Settings settings, SettingsKeeping keeping) {
		this.settings = settings;
		this.keeping = keeping;
	}

	@GetMapping("/administration/reglages")
	String show(Viewer viewer, Model model) {
		model.addAttribute("form", SettingsForm.of(this.settings.current()));
		return "admin/settings";
	}

	@PostMapping("/administration/reglages")
	String decide(Viewer viewer, @Valid @ModelAttribute("form") SettingsForm form, BindingResult errors,
			RedirectAttributes redirect) {
		form.check(errors);
		if (!Submission.accepted(errors, () -> this.keeping.decide(form.version, form.wordings(), form.retentions()),
				() -> SettingsForm.of(this.settings.current()))) {
			return "admin/settings";
		}
		redirect.addFlashAttribute("flash", Flash.done("admin.settings.kept"));
		return "redirect:/administration/reglages";
	}

}
