package fr.faireavec.sessions.web;

import java.util.UUID;

import fr.faireavec.parcours.Seat;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One individual meeting: any for those who run the parcours, her own for a pilot. */
@Controller
class MeetingController {

	private final MeetingPages pages;

	MeetingController(MeetingPages pages) {
		this.pages = pages;
	}

	@GetMapping("/parcours/{slug}/rendez-vous/{id}")
	String page(Seat seat, @PathVariable UUID id, Model model) {
		return this.pages.page(seat, id, model);
	}

}
