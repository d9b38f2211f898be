package fr.faireavec.library.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.journal.LoggedAction;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.library.LibraryAccess;
import fr.faireavec.library.LibraryReading;
import fr.faireavec.library.TakingUp;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
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

/** One action of the library, and « Essayer chez nous ». */
@Controller
class LibraryActionController {

	private final LibraryAccess access;

	private final LibraryReading reading;

	private final TakingUp takingUp;

	LibraryActionController(LibraryAccess access, LibraryReading reading, TakingUp takingUp) {
		this.access = access;
		this.reading = reading;
		this.takingUp = takingUp;
	}

	@GetMapping("/bibliotheque/{libraryId}")
	String read(@PathVariable UUID libraryId, Viewer viewer, Model model) {
		this.access.require(viewer);
		model.addAttribute("form", new TakeUpForm());
		return page(libraryId, viewer, this.reading.trials(libraryId, viewer), model);
	}

	@PostMapping("/bibliotheque/{libraryId}/essai")
	String tryIt(@PathVariable UUID libraryId, @Valid @ModelAttribute("form") TakeUpForm form, BindingResult errors,
			Viewer viewer, Model model, RedirectAttributes redirect) {
		this.access.require(viewer);
		List<LibraryReading.Trial> trials = this.reading.trials(libraryId, viewer);
		if (trials.isEmpty()) {
			throw new NotFound();
		}
		Optional<LibraryReading.Trial> trial = (trials.size() == 1) ? Optional.of(trials.getFirst())
				: trials.stream().filter((one) -> one.enrolmentId().equals(form.enrolment)).findFirst();
		if (trial.isEmpty() && !errors.hasFieldErrors("enrolment")) {
			errors.rejectValue("enrolment", "library.enrolment.needed");
		}
		Optional<LoggedAction> planned = Submission.of(errors, () -> this.takingUp.plan(form.key, trial.orElseThrow()));
		if (planned.isEmpty()) {
			return page(libraryId, viewer, trials, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("library.planned", planned.get().getTitle()));
		return "redirect:/parcours/" + trial.orElseThrow().slug() + "/journal/" + planned.get().getId();
	}

	private String page(UUID libraryId, Viewer viewer, List<LibraryReading.Trial> trials, Model model) {
		model.addAttribute("action", this.reading.find(libraryId, viewer).orElseThrow(NotFound::new));
		model.addAttribute("trials", trials.stream()
			.map((trial) -> new Option(trial.enrolmentId().toString(), trial.structureName(), trial.parcoursName()))
			.toList());
		return "library/action";
	}

}
