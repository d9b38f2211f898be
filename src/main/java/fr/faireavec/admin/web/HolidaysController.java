package fr.faireavec.admin.web;

import java.util.List;
import java.util.Optional;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.holidays.SchoolHoliday;
import fr.faireavec.holidays.SchoolHolidayKeeping;
import fr.faireavec.holidays.SchoolHolidays;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** School holidays: those that are known, and later ones from the ministry's calendar. */
@Controller
class HolidaysController {

	private final SchoolHolidays holidays;

	private final SchoolHolidayKeeping keeping;

	private final FrenchFormat french;

	HolidaysController(SchoolHolidays holidays, SchoolHolidayKeeping keeping, FrenchFormat french) {
		this.holidays = holidays;
		this.keeping = keeping;
		this.french = french;
	}

	@GetMapping("/administration/vacances")
	String show(Viewer viewer, Model model) {
		model.addAttribute("form", new HolidaysForm());
		return page(model);
	}

	/** Reads and shows; writes nothing. */
	@PostMapping("/administration/vacances")
	String read(Viewer viewer, @Valid @ModelAttribute("form") HolidaysForm form, BindingResult errors, Model model) {
		Optional<List<SchoolHoliday>> fresh = Submission.of(errors, () -> {
			String calendar = form.calendar();
			List<SchoolHoliday> found = this.keeping.read(calendar, form.sent());
			form.text = calendar;
			return found;
		});
		if (fresh.isEmpty()) {
			return page(model);
		}
		model.addAttribute("fresh", fresh.get());
		return "admin/holidays-seen";
	}

	@PostMapping("/administration/vacances/confirmation")
	String keep(Viewer viewer, @Valid @ModelAttribute("form") HolidaysForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<Integer> kept = Submission.of(errors, () -> this.keeping.keep(form.text, "text"));
		if (kept.isEmpty()) {
			return page(model);
		}
		redirect.addFlashAttribute("flash",
				Flash.done("admin.holidays.kept", this.french.count(kept.get(), "admin.holidays.count")));
		return "redirect:/administration/vacances";
	}

	private String page(Model model) {
		model.addAttribute("known", this.holidays.known().holidays());
		return "admin/holidays";
	}

}
