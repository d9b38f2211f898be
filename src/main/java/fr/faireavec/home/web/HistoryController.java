package fr.faireavec.home.web;

import java.util.List;

import fr.faireavec.audit.AuditTrail;
import fr.faireavec.audit.AuditWording;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.PageOf;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
	String history(Seat.Running seat, @RequestParam(defaultValue = "1") int page, Model model) {
		long total = this.trail.countOfParcours(seat.parcours().getId());
		int last = (int) Math.max(1, (total + PAGE - 1) / PAGE);
		int number = Math.clamp(page, 1, last);
		List<AuditTrail.Entry> entries = this.trail.ofParcours(seat.parcours().getId(), (number - 1) * PAGE, PAGE);
		model.addAttribute("lines", new PageOf<>(this.wording.lines(entries), number, PAGE, total));
		return "home/history";
	}

}
