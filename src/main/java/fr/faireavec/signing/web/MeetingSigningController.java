package fr.faireavec.signing.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.parcours.Seat;
import fr.faireavec.signing.MeetingSigning;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The sheet of an individual meeting, signed on the device of the animation. */
@Controller
@RequestMapping("/parcours/{slug}/rendez-vous/{id}/signatures")
class MeetingSigningController {

	private final MeetingSigning signing;

	MeetingSigningController(MeetingSigning signing) {
		this.signing = signing;
	}

	@GetMapping
	String sheet(Seat.Running seat, @PathVariable UUID id,
			@RequestParam(name = "qui", required = false) @Nullable UUID who, Model model) {
		model.addAttribute("form", new MeetingSignatureForm());
		return show(seat, id, who, model);
	}

	@PostMapping
	String sign(Seat.Running seat, @PathVariable UUID id, @Valid @ModelAttribute("form") MeetingSignatureForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (form.person == null) {
			errors.reject("signing.whoFirst");
		}
		// Said beside both: which of the two one sees depends on the browser.
		if (form.strokes.isBlank() && form.written.isBlank()) {
			errors.rejectValue("strokes", "signing.ink.empty");
			errors.rejectValue("written", "signing.ink.empty");
		}
		if (!Submission.accepted(errors, () -> this.signing.sign(seat.parcours().getId(), id,
				Objects.requireNonNull(form.person), form.strokes, form.written))) {
			return show(seat, id, form.person, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("signing.done"));
		return "redirect:" + meeting(seat, id) + "/signatures";
	}

	@PostMapping("/{personId}/retrait")
	String takeBack(Seat.Running seat, @PathVariable UUID id, @PathVariable UUID personId,
			RedirectAttributes redirect) {
		this.signing.takeBack(seat.parcours().getId(), id, personId);
		redirect.addFlashAttribute("flash", Flash.done("signing.meeting.takenBack"));
		return "redirect:" + meeting(seat, id) + "/signatures";
	}

	/**
	 * The list, or the frame of whoever is about to sign. Nothing else: it is handed
	 * round.
	 */
	private String show(Seat seat, UUID id, @Nullable UUID who, Model model) {
		MeetingSigning.Sheet sheet = this.signing.of(seat.parcours().getId(), id);
		Optional<MeetingSigning.Signer> signer = sheet.of(who).filter((one) -> one.signedAt() == null);
		model.addAttribute("apart", true);
		model.addAttribute("page", new Page(meeting(seat, id), seat.parcours().getName(), sheet, signer.orElse(null),
				seat.parcours().getStatus().isOpenToWork(), seat.parcours().getZone()));
		return signer.isPresent() ? "signing/meeting-sign" : "signing/meeting";
	}

	private static String meeting(Seat seat, UUID id) {
		return "/parcours/" + seat.parcours().getSlug() + "/rendez-vous/" + id;
	}

	/**
	 * The sheet of one meeting on the device that goes round.
	 *
	 * @param meeting the address of the meeting
	 * @param who is about to sign; null while one chooses
	 * @param open the parcours is not over
	 */
	public record Page(String meeting, String parcours, MeetingSigning.Sheet sheet, MeetingSigning.@Nullable Signer who,
			boolean open, ZoneId zone) {

		public String href() {
			return this.meeting + "/signatures";
		}

		public LocalDateTime local(Instant at) {
			return LocalDateTime.ofInstant(at, this.zone);
		}

	}

}
