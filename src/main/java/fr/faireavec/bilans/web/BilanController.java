package fr.faireavec.bilans.web;

import java.util.Objects;
import java.util.Optional;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.narratives.Drafts;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The bilan of a parcours: live for the animation, which publishes it; published for its
 * funders and its structures.
 */
@Controller
class BilanController {

	private final BilanPublishing publishing;

	private final Drafts drafts;

	private final PreviewPages previews;

	private final PublishedPages pages;

	BilanController(BilanPublishing publishing, Drafts drafts, PreviewPages previews, PublishedPages pages) {
		this.publishing = publishing;
		this.drafts = drafts;
		this.previews = previews;
		this.pages = pages;
	}

	@GetMapping("/parcours/{slug}/bilan")
	String bilan(Seat seat, @RequestParam(required = false) @Nullable Integer version,
			@ModelAttribute("form") BilanForm form, BindingResult errors, Model model) {
		return (seat instanceof Seat.Running && version == null)
				? this.previews.show(seat.parcours(), form, errors, model) : this.pages.show(seat, version, model);
	}

	@PostMapping("/parcours/{slug}/bilan/publication")
	String publish(Seat.Running seat, @Valid @ModelAttribute("form") BilanForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Optional<Bilan> published = Submission.of(errors, () -> publish(seat, form));
		if (published.isEmpty()) {
			return this.previews.show(seat.parcours(), form, errors, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("bilans.publish.done", published.get().number()));
		redirect.addAttribute("slug", seat.parcours().getSlug());
		redirect.addAttribute("version", published.get().number());
		return "redirect:/parcours/{slug}/bilan";
	}

	private Bilan publish(Seat.Running seat, BilanForm form) {
		return this.publishing.publish(form.key, seat.parcours().getId(), Objects.requireNonNull(form.kind),
				Objects.requireNonNull(form.from), Objects.requireNonNull(form.to),
				form.added(this.drafts.of(seat.parcours().getId()).narrative()));
	}

}
