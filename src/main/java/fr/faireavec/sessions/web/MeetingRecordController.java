package fr.faireavec.sessions.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Introductions;
import fr.faireavec.accounts.Person;
import fr.faireavec.cohorts.Mandate;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.MeetingKeeping;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the animation writes of a meeting: who was there, notes; and takes back. */
@Controller
@RequestMapping("/parcours/{slug}/rendez-vous/{id}")
class MeetingRecordController {

	private final MeetingKeeping keeping;

	private final MeetingPages pages;

	private final Introductions introductions;

	MeetingRecordController(MeetingKeeping keeping, MeetingPages pages, Introductions introductions) {
		this.keeping = keeping;
		this.pages = pages;
		this.introductions = introductions;
	}

	@GetMapping("/tenue")
	String beforeHolding(Seat.Running seat, @PathVariable UUID id, Model model) {
		seat.parcours().requireOpenToWork();
		List<Person> expected = expected(seat, id);
		model.addAttribute("form", MeetingHoldForm.of(this.pages.meeting(seat, id), ids(expected)));
		return holdPage(seat, id, expected, model);
	}

	@PostMapping("/tenue")
	String hold(Seat.Running seat, @PathVariable UUID id, @Valid @ModelAttribute("form") MeetingHoldForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		List<Person> expected = expected(seat, id);
		form.check(ids(expected), errors);
		if (!Submission.accepted(errors,
				() -> this.keeping.hold(parcours(seat), id, form.version, form.attendees, form.minutes))) {
			return holdPage(seat, id, expected, model);
		}
		return done(seat, id, "sessions.meeting.held", redirect);
	}

	@GetMapping("/tenue/annulation")
	String beforeUndoing(Seat.Running seat, @PathVariable UUID id, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", ReasonForm.on(this.pages.meeting(seat, id).getVersion()));
		return this.pages.show("sessions/meeting-undo", seat, id, model);
	}

	@PostMapping("/tenue/annulation")
	String undo(Seat.Running seat, @PathVariable UUID id, @Valid @ModelAttribute("form") ReasonForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.keeping.undoHold(parcours(seat), id, form.version, form.reason))) {
			return this.pages.show("sessions/meeting-undo", seat, id, model);
		}
		return done(seat, id, "sessions.meeting.heldUndone", redirect);
	}

	@GetMapping("/notes")
	String beforeWriting(Seat.Running seat, @PathVariable UUID id, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", MeetingNotesForm.of(this.pages.meeting(seat, id), seat.readsInternalNotes()));
		return this.pages.show("sessions/meeting-notes", seat, id, model);
	}

	@PostMapping("/notes")
	String write(Seat.Running seat, @PathVariable UUID id, @Valid @ModelAttribute("form") MeetingNotesForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		boolean readsInternal = seat.readsInternalNotes();
		if (!Submission.accepted(errors,
				() -> this.keeping.write(parcours(seat), id, form.version, form.shared,
						readsInternal ? form.internal : null),
				() -> MeetingNotesForm.of(this.pages.meeting(seat, id), readsInternal))) {
			return this.pages.show("sessions/meeting-notes", seat, id, model);
		}
		return done(seat, id, "sessions.meeting.written", redirect);
	}

	private String holdPage(Seat.Running seat, UUID id, List<Person> expected, Model model) {
		Map<UUID, String> who = this.introductions.apart(expected);
		model.addAttribute("people",
				expected.stream()
					.map((person) -> new Option(person.getId().toString(), String.valueOf(who.get(person.getId()))))
					.toList());
		return this.pages.show("sessions/meeting-hold", seat, id, model);
	}

	private List<Person> expected(Seat.Running seat, UUID id) {
		return this.keeping.mandated(parcours(seat), id).stream().map(Mandate::getPerson).distinct().toList();
	}

	private static List<UUID> ids(List<Person> people) {
		return people.stream().map(Person::getId).toList();
	}

	private static UUID parcours(Seat seat) {
		return seat.parcours().getId();
	}

	private static String done(Seat seat, UUID id, String key, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", Flash.done(key));
		return "redirect:" + MeetingPages.href(seat, id);
	}

}
