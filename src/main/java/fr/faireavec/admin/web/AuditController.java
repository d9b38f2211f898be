package fr.faireavec.admin.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.admin.AuditReading;
import fr.faireavec.audit.AuditTrail;
import fr.faireavec.audit.AuditWording;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that was done, by whom; read by filters, taken away as a file. */
@Controller
class AuditController {

	private static final int PAGE = 50;

	private final AuditReading reading;

	private final AuditWording wording;

	private final AuditChoices choices;

	private final AuditFile file;

	AuditController(AuditReading reading, AuditWording wording, AuditChoices choices, AuditFile file) {
		this.reading = reading;
		this.wording = wording;
		this.choices = choices;
		this.file = file;
	}

	@GetMapping("/administration/audit")
	String read(Viewer viewer, @Valid @ModelAttribute("form") AuditFilterForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable UUID avant, Model model) {
		List<AuditTrail.Entry> found = errors.hasErrors() ? List.of()
				: this.reading.read(viewer, form.toFilter(), avant, PAGE + 1);
		List<AuditTrail.Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
		model.addAttribute("lines", this.wording.lines(shown));
		model.addAttribute("older", (found.size() > PAGE) ? shown.getLast().id() : null);
		model.addAttribute("newest", avant == null);
		model.addAttribute("filtered", !errors.hasErrors() && !form.toFilter().isEmpty());
		return page(model);
	}

	/** A file that leaves is an act: posted, and noted. */
	@PostMapping("/administration/audit/export")
	Object export(Viewer viewer, @Valid @ModelAttribute("form") AuditFilterForm form, BindingResult errors,
			Model model) {
		Optional<ResponseEntity<byte[]>> written = Submission.of(errors,
				() -> this.file.of(this.wording.lines(this.reading.export(viewer, form.toFilter()))));
		if (written.isPresent()) {
			return written.get();
		}
		model.addAttribute("lines", List.of());
		model.addAttribute("newest", true);
		model.addAttribute("filtered", true);
		return page(model);
	}

	private String page(Model model) {
		model.addAttribute("kinds", this.choices.kinds());
		model.addAttribute("parcours", this.choices.parcours());
		return "admin/audit";
	}

}
