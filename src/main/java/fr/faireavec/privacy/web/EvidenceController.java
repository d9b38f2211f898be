package fr.faireavec.privacy.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.privacy.ErasureNotices;
import fr.faireavec.privacy.ErasureNotices.Hold;
import fr.faireavec.privacy.ErasureNotices.Notice;
import fr.faireavec.privacy.EvidenceHolding;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Evidence about to be forgotten is kept longer, or no longer. */
@Controller
class EvidenceController {

	private static final String HOME = "redirect:/administration/donnees";

	private final ErasureNotices notices;

	private final EvidenceHolding holding;

	private final FrenchFormat french;

	EvidenceController(ErasureNotices notices, EvidenceHolding holding, FrenchFormat french) {
		this.notices = notices;
		this.holding = holding;
		this.french = french;
	}

	@GetMapping("/administration/donnees/preuves/{noticeId}")
	String ask(Viewer viewer, @PathVariable UUID noticeId, Model model) {
		Notice notice = at(noticeId);
		model.addAttribute("form", HoldForm.of(notice));
		return page(notice, model);
	}

	@PostMapping("/administration/donnees/preuves/{noticeId}")
	String hold(Viewer viewer, @PathVariable UUID noticeId, @Valid @ModelAttribute("form") HoldForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Notice notice = at(noticeId);
		Optional<LocalDate> until = Submission.of(errors,
				() -> this.holding.hold(noticeId, Objects.requireNonNull(form.until)));
		if (until.isEmpty()) {
			return page(notice, model);
		}
		redirect.addFlashAttribute("flash",
				Flash.done("privacy.hold.done", notice.parcours(), this.french.date(until.get())));
		return HOME;
	}

	@PostMapping("/administration/donnees/gardees/{holdId}/levee")
	String release(Viewer viewer, @PathVariable UUID holdId, RedirectAttributes redirect) {
		String parcours = this.notices.holds()
			.stream()
			.filter((hold) -> hold.id().equals(holdId))
			.map(Hold::parcours)
			.findFirst()
			.orElseThrow(NotFound::new);
		this.holding.release(holdId);
		redirect.addFlashAttribute("flash", Flash.done("privacy.holds.released", parcours));
		return HOME;
	}

	private String page(Notice notice, Model model) {
		model.addAttribute("notice", notice);
		return "privacy/hold";
	}

	private Notice at(UUID noticeId) {
		return this.notices.find(noticeId).orElseThrow(NotFound::new);
	}

}
