package fr.faireavec.attendance.web;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.attendance.GuestTaking;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Those who came to a day without a mandate. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}/emargement/invites")
class GuestController {

	private final GuestTaking taking;

	private final RegisterPages pages;

	GuestController(GuestTaking taking, RegisterPages pages) {
		this.taking = taking;
		this.pages = pages;
	}

	@PostMapping
	String add(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") GuestForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Optional<String> added = Submission.of(errors, () -> this.taking.add(form.key, seat.parcours().getId(), rank,
				form.toGuest(), form.reason, form.accepted));
		if (added.isEmpty()) {
			return this.pages.show(seat, rank, form.half, false, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("attendance.guest.added", added.get()));
		return RegisterPages.back(seat, rank, form.half, false) + "#invites";
	}

	@PostMapping("/{guestId}/presence")
	String came(Seat.Running seat, @PathVariable int rank, @PathVariable UUID guestId,
			@ModelAttribute("gesture") GuestPresenceForm gesture, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.taking.cameFor(seat.parcours().getId(), rank, guestId, gesture.onlyHalf, gesture.reason))) {
			model.addAttribute("refusedGuest", guestId);
			return this.pages.refused(seat, rank, gesture.half, false, errors, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("attendance.guest.came"));
		return RegisterPages.back(seat, rank, gesture.half, false) + "#invites";
	}

	@PostMapping("/{guestId}/suppression")
	String remove(Seat.Running seat, @PathVariable int rank, @PathVariable UUID guestId,
			@ModelAttribute("gesture") GestureForm gesture, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.taking.remove(seat.parcours().getId(), rank, guestId, gesture.reason))) {
			model.addAttribute("refusedGuest", guestId);
			return this.pages.refused(seat, rank, gesture.half, false, errors, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("attendance.guest.removed"));
		return RegisterPages.back(seat, rank, gesture.half, false) + "#invites";
	}

}
