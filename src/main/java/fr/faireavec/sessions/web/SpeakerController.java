package fr.faireavec.sessions.web;

import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.GuestSpeaker;
import fr.faireavec.sessions.GuestSpeakers;
import fr.faireavec.sessions.SpeakerKeeping;
import fr.faireavec.web.Flash;
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

/** Those who run a parcours say who speaks at a day. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}/intervenants")
class SpeakerController {

	private final SpeakerKeeping keeping;

	private final GuestSpeakers speakers;

	private final SessionPages pages;

	SpeakerController(SpeakerKeeping keeping, GuestSpeakers speakers, SessionPages pages) {
		this.keeping = keeping;
		this.speakers = speakers;
		this.pages = pages;
	}

	@GetMapping("/nouveau")
	String beforeAdding(Seat.Running seat, @PathVariable int rank, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", new SpeakerForm());
		return page(seat, rank, "/nouveau", model);
	}

	@PostMapping("/nouveau")
	String add(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") SpeakerForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		var added = Submission.of(errors,
				() -> this.keeping.add(form.key, seat.parcours().getId(), rank, form.words()));
		if (added.isEmpty()) {
			return page(seat, rank, "/nouveau", model);
		}
		redirect.addFlashAttribute("flash", Flash.done("sessions.speaker.added", added.get()));
		return back(seat, rank);
	}

	@GetMapping("/{speakerId}")
	String beforeCorrecting(Seat.Running seat, @PathVariable int rank, @PathVariable UUID speakerId, Model model) {
		seat.parcours().requireOpenToWork();
		model.addAttribute("form", SpeakerForm.of(speaker(seat, rank, speakerId)));
		return page(seat, rank, "/" + speakerId, model);
	}

	@PostMapping("/{speakerId}")
	String correct(Seat.Running seat, @PathVariable int rank, @PathVariable UUID speakerId,
			@Valid @ModelAttribute("form") SpeakerForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.keeping.correct(seat.parcours().getId(), rank, speakerId, form.version, form.words()),
				() -> SpeakerForm.of(speaker(seat, rank, speakerId)))) {
			return page(seat, rank, "/" + speakerId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("sessions.speaker.corrected"));
		return back(seat, rank);
	}

	@PostMapping("/{speakerId}/suppression")
	String remove(Seat.Running seat, @PathVariable int rank, @PathVariable UUID speakerId,
			@Valid @ModelAttribute("form") WordForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.keeping.remove(seat.parcours().getId(), rank, speakerId, form.version))) {
			return this.pages.day(seat, rank, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("sessions.speaker.removed"));
		return back(seat, rank);
	}

	private GuestSpeaker speaker(Seat seat, int rank, UUID id) {
		return this.speakers.of(this.pages.session(seat, rank).getId(), id).orElseThrow(NotFound::new);
	}

	private String page(Seat seat, int rank, String action, Model model) {
		model.addAttribute("action", SessionPages.href(seat, rank) + "/intervenants" + action);
		model.addAttribute("adding", "/nouveau".equals(action));
		return this.pages.show("sessions/speaker", seat, rank, model);
	}

	private static String back(Seat seat, int rank) {
		return "redirect:" + SessionPages.href(seat, rank) + "#intervenants";
	}

}
