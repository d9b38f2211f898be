package fr.faireavec.home.web;

import java.util.List;

import fr.faireavec.audit.AuditFilter;
import fr.faireavec.audit.AuditTrail;
import fr.faireavec.audit.AuditWording;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.PageOf;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what in a parcours, for its animation. */
@Controller
class HistoryController {

	private static final int PAGE = 30;

	private final AuditTrail trail;

	private final AuditWording wording;

	HistoryController(AuditTrail trail, AuditWording wording) {
		this.trail = trail;
		this.wording = wording;
	}

	@GetMapping("/parcours/{slug}/historique")
	String history(Seat.Running seat, @Valid @ModelAttribute("form") HistoryFilterForm form, BindingResult errors,
			@RequestParam(defaultValue = "1") int page, Model model) {
		AuditFilter filter = form.in(seat.parcours().getId());
		long total = errors.hasErrors() ? 0 : this.trail.count(filter);
		int last = (int) Math.max(1, (total + PAGE - 1) / PAGE);
		int number = Math.clamp(page, 1, last);
		List<AuditTrail.Entry> entries = errors.hasErrors() ? List.of()
				: this.trail.page(filter, (number - 1) * PAGE, PAGE);
		model.addAttribute("lines", new PageOf<>(this.wording.lines(entries), number, PAGE, total));
		model.addAttribute("filtered", errors.hasErrors() || !form.isBlank());
		return "home/history";
	}

}
