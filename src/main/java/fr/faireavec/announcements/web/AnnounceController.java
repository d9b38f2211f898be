package fr.faireavec.announcements.web;

import java.util.Objects;

import fr.faireavec.announcements.Announcing;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Those who run a parcours announce its bilan. */
@Controller
class AnnounceController {

	private final Announcing announcing;

	AnnounceController(Announcing announcing) {
		this.announcing = announcing;
	}

	@PostMapping("/parcours/{slug}/bilan/annonce")
	String announce(Seat.Running seat, @Valid @ModelAttribute("form") AnnounceForm form, BindingResult errors,
			RedirectAttributes redirect) {
		if (errors.hasErrors()) {
			throw new Refusal("announcements.noPeriod");
		}
		this.announcing.announce(seat.parcours().getId(), Objects.requireNonNull(form.from),
				Objects.requireNonNull(form.to));
		redirect.addFlashAttribute("flash", Flash.done("announcements.done"));
		redirect.addAttribute("slug", seat.parcours().getSlug());
		redirect.addAttribute("from", form.from);
		redirect.addAttribute("to", form.to);
		return "redirect:/parcours/{slug}/bilan#publier";
	}

}
