package fr.faireavec.sessions.web;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.SessionRows;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The days of a parcours, read by those who run it and those who take part. */
@Controller
class SessionController {

	private final SessionRows rows;

	private final SessionPages pages;

	SessionController(SessionRows rows, SessionPages pages) {
		this.rows = rows;
		this.pages = pages;
	}

	@GetMapping("/parcours/{slug}/seances")
	String list(Seat seat, Model model) {
		requireMember(seat);
		model.addAttribute("lines",
				this.rows.of(seat.parcours().getId())
					.stream()
					.map((row) -> new SessionLine(row, SessionPages.href(seat, row.rank())))
					.toList());
		model.addAttribute("open", seat instanceof Seat.Running && seat.parcours().getStatus().isOpenToWork());
		return "sessions/list";
	}

	@GetMapping("/parcours/{slug}/seances/{rank}")
	String day(Seat seat, @PathVariable int rank, Model model) {
		requireMember(seat);
		return this.pages.day(seat, rank, model);
	}

	private static void requireMember(Seat seat) {
		if (seat instanceof Seat.Funding) {
			throw new NotFound();
		}
	}

}
