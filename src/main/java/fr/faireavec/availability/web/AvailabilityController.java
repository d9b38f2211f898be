package fr.faireavec.availability.web;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.availability.Availabilities;
import fr.faireavec.availability.Availability;
import fr.faireavec.availability.AvailabilitySaying;
import fr.faireavec.availability.PartOfDay;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody says once what they can never do. */
@Controller
@RequestMapping("/mon-compte/disponibilites")
class AvailabilityController {

	private final Availabilities availabilities;

	private final AvailabilitySaying saying;

	AvailabilityController(Availabilities availabilities, AvailabilitySaying saying) {
		this.availabilities = availabilities;
		this.saying = saying;
	}

	@GetMapping
	String show(Viewer viewer, Model model) {
		Availability said = this.availabilities.of(List.of(viewer.personId())).get(viewer.personId());
		model.addAttribute("form", AvailabilityForm.of(Objects.requireNonNull(said)));
		return page(model);
	}

	@PostMapping
	String say(Viewer viewer, @Valid @ModelAttribute("form") AvailabilityForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.saying.say(viewer.personId(), form.never))) {
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("availability.saved"));
		return "redirect:/mon-compte/disponibilites";
	}

	private String page(Model model) {
		model.addAttribute("weekdays", DayOfWeek.values());
		model.addAttribute("parts", PartOfDay.values());
		return "availability/mine";
	}

}
