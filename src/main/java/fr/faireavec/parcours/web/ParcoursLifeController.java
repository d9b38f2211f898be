package fr.faireavec.parcours.web;

import java.util.List;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.ParcoursCreation;
import fr.faireavec.parcours.ParcoursLife;
import fr.faireavec.parcours.ParcoursReading;
import fr.faireavec.parcours.ParcoursStatus;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrects a parcours and leads it through its life. */
@Controller
class ParcoursLifeController {

	private final ParcoursReading reading;

	private final ParcoursCreation creation;

	private final ParcoursLife life;

	ParcoursLifeController(ParcoursReading reading, ParcoursCreation creation, ParcoursLife life) {
		this.reading = reading;
		this.creation = creation;
		this.life = life;
	}

	@GetMapping("/parcours/{slug}/modifier")
	String edit(Seat.Running seat, Model model) {
		model.addAttribute("editable", seat.parcours().getStatus().isOpenToWork());
		model.addAttribute("form", ParcoursForm.of(whole(seat)));
		return "parcours/edit";
	}

	@PostMapping("/parcours/{slug}/modifier")
	String save(Seat.Running seat, @Valid @ModelAttribute("form") ParcoursForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.creation.describe(seat.parcours().getId(), form.version, form.toProfile(List.of())),
				() -> ParcoursForm.of(whole(seat)))) {
			model.addAttribute("editable", true);
			return "parcours/edit";
		}
		redirect.addFlashAttribute("flash", Flash.done("parcours.saved"));
		return "redirect:/parcours/" + seat.parcours().getSlug();
	}

	@PostMapping("/parcours/{slug}/demarrage")
	String start(Seat.Running seat, @RequestParam int version, RedirectAttributes redirect) {
		this.life.start(seat.parcours().getId(), version);
		return home(seat, "parcours.started", redirect);
	}

	@GetMapping("/parcours/{slug}/cloture")
	String beforeClosing(Seat.Running seat, Model model) {
		seat.parcours().getStatus().require(ParcoursStatus.CLOSED);
		model.addAttribute("form", ReasonForm.on(seat.parcours()));
		return closingPage(seat, model);
	}

	@PostMapping("/parcours/{slug}/cloture")
	String close(Seat.Running seat, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.life.close(seat.parcours().getId(), form.version, form.reason))) {
			return closingPage(seat, model);
		}
		return home(seat, "parcours.closed", redirect);
	}

	@GetMapping("/parcours/{slug}/abandon")
	String beforeCancelling(Seat.Running seat, Model model) {
		seat.parcours().getStatus().require(ParcoursStatus.CANCELLED);
		model.addAttribute("form", ReasonForm.on(seat.parcours()));
		return cancellingPage(seat, model);
	}

	@PostMapping("/parcours/{slug}/abandon")
	String cancel(Seat.Running seat, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.life.cancel(seat.parcours().getId(), form.version, form.reason))) {
			return cancellingPage(seat, model);
		}
		return home(seat, "parcours.cancelled", redirect);
	}

	@PostMapping("/parcours/{slug}/archivage")
	String archive(Seat.Running seat, @RequestParam int version, RedirectAttributes redirect) {
		this.life.archive(seat.parcours().getId(), version);
		return home(seat, "parcours.archived", redirect);
	}

	@GetMapping("/parcours/{slug}/reouverture")
	String beforeReopening(Seat.Running seat, Model model) {
		if (!seat.parcours().getStatus().canReopen()) {
			throw new Refusal("parcours.notEnded", seat.parcours().getName());
		}
		model.addAttribute("form", ReasonForm.on(seat.parcours()));
		return reopeningPage(seat, model);
	}

	@PostMapping("/parcours/{slug}/reouverture")
	String reopen(Seat.Running seat, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.life.reopen(seat.parcours().getId(), form.version, form.reason))) {
			return reopeningPage(seat, model);
		}
		return home(seat, "parcours.reopened", redirect);
	}

	private String reopeningPage(Seat.Running seat, Model model) {
		model.addAttribute("givenUp", this.life.givenUp(seat.parcours().getId()));
		return "parcours/reopen";
	}

	private String cancellingPage(Seat.Running seat, Model model) {
		model.addAttribute("obstacles", this.life.obstacles(seat.parcours().getId()));
		return "parcours/cancel";
	}

	private String closingPage(Seat.Running seat, Model model) {
		model.addAttribute("obstacles", this.life.obstacles(seat.parcours().getId()));
		return "parcours/close";
	}

	private Parcours whole(Seat.Running seat) {
		return this.reading.whole(seat.parcours().getId());
	}

	private static String home(Seat seat, String key, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", Flash.done(key, seat.parcours().getName()));
		return "redirect:/parcours/" + seat.parcours().getSlug();
	}

}
