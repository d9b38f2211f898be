package fr.faireavec.bilans.web;

import fr.faireavec.bilans.BilanWords;
import fr.faireavec.bilans.BilanViews;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.BilanFiles;
import fr.faireavec.bilans.BilanPublishing;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.Differences;
import fr.faireavec.bilans.Extent;
import fr.faireavec.bilans.Figures;
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

	private final Bilans bilans;

	private final BilanPublishing publishing;

	private final BilanFiles files;

	private final Differences differences;

	private final PreviewPages previews;

	private final BilanViews views;

	private final BilanWords words;

	BilanController(Bilans bilans, BilanPublishing publishing, BilanFiles files, Differences differences,
			PreviewPages previews, BilanViews views, BilanWords words) {
		this.bilans = bilans;
		this.publishing = publishing;
		this.files = files;
		this.differences = differences;
		this.previews = previews;
		this.views = views;
		this.words = words;
	}

	@GetMapping("/parcours/{slug}/bilan")
	String bilan(Seat seat, @RequestParam(required = false) @Nullable Integer version,
			@ModelAttribute("form") BilanForm form, BindingResult errors, Model model) {
		return (seat instanceof Seat.Running && version == null)
				? this.previews.show(seat.parcours(), form, errors, model) : published(seat, version, model);
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
				Objects.requireNonNull(form.from), Objects.requireNonNull(form.to), form.narrative);
	}

	/** What differs from the version before; null of the first one. */
	private @Nullable List<Differences.Difference> former(Seat seat, Bilan bilan, Extent extent) {
		return this.bilans.numbered(bilan.parcoursId(), bilan.number() - 1)
			.map((former) -> this.differences.between(former.document(), bilan.document(),
					Extent.of(seat, former.document().figures()), extent))
			.orElse(null);
	}

	private String published(Seat seat, @Nullable Integer version, Model model) {
		Bilan bilan = OpenBilan.by(seat, version, this.bilans);
		List<VersionView> versions = this.bilans.versions(List.of(bilan.parcoursId()))
			.stream()
			.map((known) -> VersionView.of(this.words, known))
			.toList();
		model.addAttribute("slug", seat.parcours().getSlug());
		model.addAttribute("bilan", bilan);
		model.addAttribute("document", bilan.document());
		model.addAttribute("kind", this.words.say("kind." + bilan.document().kind()));
		Figures figures = bilan.document().figures();
		Extent extent = Extent.of(seat, figures);
		model.addAttribute("view",
				this.views.of(figures, extent.actions(bilan.document().actions()), extent.targets(figures)));
		model.addAttribute("files", this.files.kept(bilan.id(), extent));
		model.addAttribute("former", former(seat, bilan, extent));
		model.addAttribute("versions", versions);
		model.addAttribute("latest", versions.getFirst().number() == bilan.number());
		model.addAttribute("running", seat instanceof Seat.Running);
		model.addAttribute("piloting", seat instanceof Seat.Piloting);
		return "bilans/bilan";
	}

}
