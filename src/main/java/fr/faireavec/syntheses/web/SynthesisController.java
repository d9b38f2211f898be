package fr.faireavec.syntheses.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.bilans.BilanVersion;
import fr.faireavec.bilans.BilanWords;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import fr.faireavec.syntheses.Agreeing;
import fr.faireavec.syntheses.Offers;
import fr.faireavec.syntheses.Opening;
import fr.faireavec.syntheses.PublicSyntheses;
import fr.faireavec.syntheses.PublicSynthesis;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The animation opens the public page of a parcours and closes it; its pilots and
 * copilots say what it may show of their structure.
 */
@Controller
@RequestMapping("/parcours/{slug}/synthese")
class SynthesisController {

	private final PublicSyntheses syntheses;

	private final Opening opening;

	private final Agreeing agreeing;

	private final Offers offers;

	private final Bilans bilans;

	private final BilanWords words;

	private final BaseUrl base;

	SynthesisController(PublicSyntheses syntheses, Opening opening, Agreeing agreeing, Offers offers, Bilans bilans,
			BilanWords words, BaseUrl base) {
		this.syntheses = syntheses;
		this.opening = opening;
		this.agreeing = agreeing;
		this.offers = offers;
		this.bilans = bilans;
		this.words = words;
		this.base = base;
	}

	@GetMapping
	String page(Seat seat, @ModelAttribute("form") OpeningForm form, Model model) {
		return switch (seat) {
			case Seat.Running running -> animation(running, form, model);
			case Seat.Piloting piloting -> structure(piloting, model);
			case Seat.Funding funding -> throw new NotFound();
		};
	}

	@PostMapping("/ouverture")
	String open(Seat.Running seat, @Valid @ModelAttribute("form") OpeningForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors,
				() -> this.opening.open(seat.parcours(), Objects.requireNonNull(form.version)))) {
			return animation(seat, form, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("syntheses.opened"));
		return back(seat, redirect);
	}

	@PostMapping("/fermeture")
	String close(Seat.Running seat, RedirectAttributes redirect) {
		this.opening.close(seat.parcours());
		redirect.addFlashAttribute("flash", Flash.done("syntheses.closed"));
		return back(seat, redirect);
	}

	@PostMapping("/{enrolmentId}/accord")
	String name(Seat.Piloting seat, @PathVariable UUID enrolmentId, RedirectAttributes redirect) {
		return allow(seat, enrolmentId, null, redirect);
	}

	@PostMapping("/{enrolmentId}/{toldId}/accord")
	String tell(Seat.Piloting seat, @PathVariable UUID enrolmentId, @PathVariable UUID toldId,
			RedirectAttributes redirect) {
		return allow(seat, enrolmentId, toldId, redirect);
	}

	/** By the structure; or by the animation, for one that asks it to. */
	@PostMapping("/{enrolmentId}/retrait")
	String unname(Seat seat, @PathVariable UUID enrolmentId, RedirectAttributes redirect) {
		return withdraw(seat, enrolmentId, null, redirect);
	}

	@PostMapping("/{enrolmentId}/{toldId}/retrait")
	String untell(Seat seat, @PathVariable UUID enrolmentId, @PathVariable UUID toldId, RedirectAttributes redirect) {
		return withdraw(seat, enrolmentId, toldId, redirect);
	}

	private String allow(Seat.Piloting seat, UUID enrolmentId, @Nullable UUID actionId, RedirectAttributes redirect) {
		requireSay(seat, enrolmentId);
		this.agreeing.allow(seat.parcours(), enrolmentId, actionId);
		redirect.addFlashAttribute("flash", Flash.done("syntheses.allowed"));
		return back(seat, redirect);
	}

	private String withdraw(Seat seat, UUID enrolmentId, @Nullable UUID actionId, RedirectAttributes redirect) {
		requireSay(seat, enrolmentId);
		this.agreeing.withdraw(seat.parcours(), enrolmentId, actionId);
		redirect.addFlashAttribute("flash", Flash.done("syntheses.withdrawn"));
		return back(seat, redirect);
	}

	private String animation(Seat.Running seat, OpeningForm form, Model model) {
		Parcours parcours = seat.parcours();
		List<BilanVersion> versions = this.bilans.versions(List.of(parcours.getId()));
		Optional<PublicSynthesis> open = this.syntheses.openOf(parcours.getId());
		if (form.version == null && !versions.isEmpty()) {
			form.version = open.map(PublicSynthesis::version).orElse(versions.getFirst().number());
		}
		model.addAttribute("address", this.base.of(PublicPages.href(parcours.getSlug())));
		model.addAttribute("open", open.orElse(null));
		model.addAttribute("versions", versions.stream()
			.map((version) -> new Option(Integer.toString(version.number()),
					this.words.say("version.tag", this.words.french().moment(version.publishedAt()), version.number())))
			.toList());
		model.addAttribute("structures", this.offers.of(parcours));
		return "syntheses/animation";
	}

	private String structure(Seat.Piloting seat, Model model) {
		model.addAttribute("open", this.syntheses.openOf(seat.parcours().getId()).isPresent());
		model.addAttribute("href", PublicPages.href(seat.parcours().getSlug()));
		model.addAttribute("ours",
				this.offers.of(seat.parcours())
					.stream()
					.filter((structure) -> seat.pilots(structure.enrolmentId()))
					.toList());
		return "syntheses/structure";
	}

	private static void requireSay(Seat seat, UUID enrolmentId) {
		boolean has = switch (seat) {
			case Seat.Running running -> true;
			case Seat.Piloting piloting -> piloting.pilots(enrolmentId);
			case Seat.Funding funding -> false;
		};
		if (!has) {
			throw new NotFound();
		}
	}

	private static String back(Seat seat, RedirectAttributes redirect) {
		redirect.addAttribute("slug", seat.parcours().getSlug());
		return "redirect:/parcours/{slug}/synthese";
	}

}
