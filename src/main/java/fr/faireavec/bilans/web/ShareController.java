package fr.faireavec.bilans.web;

import java.util.Objects;
import java.util.UUID;

import fr.faireavec.bilans.SharedLinks;
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

/** The animation shares a version by a link, and takes the link back. */
@Controller
@RequestMapping("/parcours/{slug}/bilan/partages")
class ShareController {

	private final SharedLinks links;

	private final PublishedPages pages;

	ShareController(SharedLinks links, PublishedPages pages) {
		this.links = links;
		this.pages = pages;
	}

	@PostMapping("/{version}")
	String share(Seat.Running seat, @PathVariable int version, @Valid @ModelAttribute("form") ShareForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		boolean shared = Submission.accepted(errors, () -> this.links.share(form.key, seat.parcours().getId(), version,
				Objects.requireNonNull(form.funder)));
		if (!shared) {
			model.addAttribute("refused", true);
			return this.pages.show(seat, version, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("bilans.share.done"));
		return back(seat, version, redirect);
	}

	@PostMapping("/{version}/{shareId}/retrait")
	String takeBack(Seat.Running seat, @PathVariable int version, @PathVariable UUID shareId,
			RedirectAttributes redirect) {
		this.links.takeBack(seat.parcours().getId(), shareId);
		redirect.addFlashAttribute("flash", Flash.done("bilans.share.takenBack"));
		return back(seat, version, redirect);
	}

	private static String back(Seat seat, int version, RedirectAttributes redirect) {
		redirect.addAttribute("slug", seat.parcours().getSlug());
		redirect.addAttribute("version", version);
		return "redirect:/parcours/{slug}/bilan";
	}

}
