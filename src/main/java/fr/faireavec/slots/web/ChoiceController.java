package fr.faireavec.slots.web;

import java.util.Objects;
import java.util.UUID;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.StaleEdit;
import fr.faireavec.parcours.Seat;
import fr.faireavec.slots.SlotBooking;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A structure takes a slot for one of its meetings, another one, or gives it back. */
@Controller
@RequestMapping("/parcours/{slug}/rendez-vous/{id}/creneau")
class ChoiceController {

	private final SlotBooking booking;

	private final ChoicePages pages;

	ChoiceController(SlotBooking booking, ChoicePages pages) {
		this.booking = booking;
		this.pages = pages;
	}

	@GetMapping
	String beforeChoosing(Seat.Piloting seat, @PathVariable UUID id, Model model) {
		this.pages.own(seat, id);
		seat.parcours().requireOpenToWork();
		ChoiceForm form = new ChoiceForm();
		model.addAttribute("form", form);
		return this.pages.page(seat, id, form, model);
	}

	@PostMapping
	String choose(Seat.Piloting seat, @PathVariable UUID id, @Valid @ModelAttribute("form") ChoiceForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		this.pages.own(seat, id);
		if (!Submission.accepted(errors, () -> upToDate(() -> this.booking.book(seat.parcours().getId(), id,
				form.version, Objects.requireNonNull(form.slot))))) {
			return this.pages.page(seat, id, form, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("slots.booked",
				this.pages.inWords(Objects.requireNonNull(this.pages.own(seat, id).getSlot()))));
		return "redirect:" + MeetingsPages.href(seat);
	}

	@PostMapping("/retour")
	String giveBack(Seat.Piloting seat, @PathVariable UUID id, @Valid @ModelAttribute("form") GiveBackForm form,
			RedirectAttributes redirect) {
		this.pages.own(seat, id);
		upToDate(() -> this.booking.giveBack(seat.parcours().getId(), id, form.version));
		redirect.addFlashAttribute("flash", Flash.done("slots.givenBack"));
		return "redirect:" + MeetingsPages.href(seat);
	}

	/** What her co-pilot did meanwhile is said on the page, not on a page of its own. */
	private static void upToDate(Runnable activity) {
		try {
			activity.run();
		}
		catch (StaleEdit | OptimisticLockingFailureException overtaken) {
			throw new Refusal("slots.changed");
		}
	}

}
