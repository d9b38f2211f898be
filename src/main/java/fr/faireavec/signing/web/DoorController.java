package fr.faireavec.signing.web;

import java.util.HashMap;
import java.util.UUID;

import fr.faireavec.parcours.Seat;
import fr.faireavec.signing.RemoteLinks;
import fr.faireavec.signing.Rooms;
import fr.faireavec.signing.RuleSetting;
import fr.faireavec.signing.Signing;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The door of « la salle », as the animation shows it: its code, and how one signs. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}/salle")
class DoorController {

	private final DoorPages pages;

	private final Rooms rooms;

	private final Signing signing;

	private final RuleSetting rules;

	private final RemoteLinks remote;

	private final PhoneCookie cookie;

	DoorController(DoorPages pages, Rooms rooms, Signing signing, RuleSetting rules, RemoteLinks remote,
			PhoneCookie cookie) {
		this.pages = pages;
		this.rooms = rooms;
		this.signing = signing;
		this.rules = rules;
		this.remote = remote;
		this.cookie = cookie;
	}

	@GetMapping
	String door(Seat.Running seat, @PathVariable int rank, Model model) {
		return this.pages.show(seat, rank, model);
	}

	@PostMapping
	String open(Seat.Running seat, @PathVariable int rank, Model model) {
		BindingResult errors = press();
		return Submission.accepted(errors, () -> this.rooms.codeOf(seat.parcours().getId(), rank)) ? back(seat, rank)
				: this.pages.refused(seat, rank, errors, model);
	}

	/** From now on this device goes from hand to hand. */
	@PostMapping("/tablette")
	String handRound(Seat.Running seat, @PathVariable int rank, HttpServletResponse response, Model model) {
		BindingResult errors = press();
		return Submission.of(errors, () -> this.rooms.codeOf(seat.parcours().getId(), rank)).map((code) -> {
			this.cookie.give(this.signing.handRound(this.pages.session(seat, rank)), response);
			return "redirect:/salle/" + code;
		}).orElseGet(() -> this.pages.refused(seat, rank, errors, model));
	}

	@PostMapping("/regles")
	String rule(Seat.Running seat, @PathVariable int rank, @ModelAttribute("form") SigningRulesForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.rules.set(seat.parcours().getId(), form.version, form.turning, form.sharedPhone),
				() -> this.pages.rules(seat))) {
			return this.pages.refused(seat, rank, errors, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("signing.ruled"));
		return back(seat, rank);
	}

	/** A link for somebody who is not in the room. */
	@PostMapping("/distance/{personId}")
	String link(Seat.Running seat, @PathVariable int rank, @PathVariable UUID personId, Model model) {
		BindingResult errors = press();
		return Submission.accepted(errors, () -> this.remote.codeFor(seat.parcours().getId(), rank, personId))
				? back(seat, rank) + "#p-" + personId : this.pages.refused(seat, rank, errors, model);
	}

	/** A press that asks for nothing, and may still be refused. */
	private static BindingResult press() {
		return new MapBindingResult(new HashMap<>(), "press");
	}

	private static String back(Seat seat, int rank) {
		return "redirect:" + DoorPages.href(seat, rank);
	}

}
