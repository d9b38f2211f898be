package fr.faireavec.slots.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Introductions;
import fr.faireavec.accounts.Person;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.Mode;
import fr.faireavec.slots.BookingNotice;
import fr.faireavec.slots.SlotAnnouncing;
import fr.faireavec.slots.SlotOffering;
import fr.faireavec.slots.SlotRun;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the animation does with slots: offers them, tells of them, takes them back. */
@Controller
@RequestMapping("/parcours/{slug}/rendez-vous")
class OfferController {

	private final SlotOffering offering;

	private final SlotAnnouncing announcing;

	private final BookingNotice notice;

	private final Introductions introductions;

	private final MessageSource messages;

	OfferController(SlotOffering offering, SlotAnnouncing announcing, BookingNotice notice, Introductions introductions,
			MessageSource messages) {
		this.offering = offering;
		this.announcing = announcing;
		this.notice = notice;
		this.introductions = introductions;
		this.messages = messages;
	}

	@GetMapping("/creneaux")
	String beforeOffering(Seat.Running seat, Model model) {
		seat.parcours().requireOpenToWork();
		List<Person> people = this.offering.facilitators(parcours(seat));
		OfferForm form = new OfferForm();
		UUID me = seat.viewer().personId();
		form.facilitator = people.stream().anyMatch((person) -> person.getId().equals(me)) ? me : null;
		model.addAttribute("form", form);
		return offerPage(people, model);
	}

	@PostMapping("/creneaux")
	String offer(Seat.Running seat, @Valid @ModelAttribute("form") OfferForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<Integer> made = Submission.of(errors, () -> offer(seat, form));
		if (made.isEmpty()) {
			return offerPage(this.offering.facilitators(parcours(seat)), model);
		}
		redirect.addFlashAttribute("flash", (made.get() == 0) ? Flash.note("slots.offered.already")
				: Flash.done((made.get() == 1) ? "slots.offered.one" : "slots.offered.many", made.get()));
		return back(seat);
	}

	private int offer(Seat.Running seat, OfferForm form) {
		SlotRun run = form.toRun();
		UUID facilitator = Objects.requireNonNull(form.facilitator);
		Mode mode = Objects.requireNonNull(form.mode);
		if (!this.offering.isMade(form.key, parcours(seat), facilitator, run, mode, form.place)) {
			Submission.requireRead(this.offering.preview(parcours(seat), facilitator, run), form.accepted);
		}
		return this.offering.offer(form.key, parcours(seat), facilitator, run, mode, form.place);
	}

	@PostMapping("/creneaux/{slotId}/retrait")
	String withdraw(Seat.Running seat, @PathVariable UUID slotId, RedirectAttributes redirect) {
		this.offering.withdraw(parcours(seat), slotId);
		redirect.addFlashAttribute("flash", Flash.done("slots.withdrawn"));
		return back(seat);
	}

	@PostMapping("/creneaux/annonce")
	String announce(Seat.Running seat, RedirectAttributes redirect) {
		int told = this.announcing.announce(parcours(seat));
		redirect.addFlashAttribute("flash", (told == 0) ? Flash.note("slots.announced.already")
				: Flash.done((told == 1) ? "slots.announced.one" : "slots.announced.many", told));
		return back(seat);
	}

	@GetMapping("/delai")
	String beforeSaying(Seat.Running seat, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", NoticeForm.of(this.notice.of(parcours(seat))));
		return "slots/notice";
	}

	@PostMapping("/delai")
	String say(Seat.Running seat, @Valid @ModelAttribute("form") NoticeForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.notice.say(parcours(seat), form.version, Objects.requireNonNull(form.hours)),
				() -> NoticeForm.of(this.notice.of(parcours(seat))))) {
			return "slots/notice";
		}
		redirect.addFlashAttribute("flash", Flash.done("slots.notice.said"));
		return back(seat);
	}

	private String offerPage(List<Person> people, Model model) {
		Map<UUID, String> who = this.introductions.apart(people);
		model.addAttribute("facilitators",
				people.stream()
					.map((person) -> new Option(person.getId().toString(), String.valueOf(who.get(person.getId()))))
					.toList());
		model.addAttribute("modes",
				List.of(Mode.values())
					.stream()
					.map((mode) -> new Option(mode.name(),
							this.messages.getMessage("sessions.mode." + mode, null, Locale.FRENCH)))
					.toList());
		return "slots/offer";
	}

	private static UUID parcours(Seat seat) {
		return seat.parcours().getId();
	}

	private static String back(Seat seat) {
		return "redirect:" + MeetingsPages.href(seat);
	}

}
