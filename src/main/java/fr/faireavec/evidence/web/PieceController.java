package fr.faireavec.evidence.web;

import java.util.UUID;

import fr.faireavec.evidence.Evidence;
import fr.faireavec.evidence.EvidenceKeeping;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One photo, document or link: seen, described, taken away. */
@Controller
@RequestMapping("/parcours/{slug}/journal/{actionId}/pieces/{pieceId}")
class PieceController {

	private final EvidenceKeeping keeping;

	private final Evidence evidence;

	private final EvidencePages pages;

	PieceController(EvidenceKeeping keeping, Evidence evidence, EvidencePages pages) {
		this.keeping = keeping;
		this.evidence = evidence;
		this.pages = pages;
	}

	@GetMapping
	String page(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId, Model model) {
		return this.pages.one(seat, actionId, pieceId, model);
	}

	@PostMapping
	String describe(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId,
			@Valid @ModelAttribute("form") PieceForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		this.pages.action(seat, actionId);
		if (!Submission.accepted(errors,
				() -> this.keeping.describe(seat.parcours().getId(), actionId, pieceId, form.version, form.label,
						form.recognisable == Recognisable.SOMEBODY),
				() -> PieceForm.of(this.pages.piece(seat, actionId, pieceId)))) {
			return this.pages.one(seat, actionId, pieceId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("evidence.described"));
		return "redirect:" + EvidencePages.href(seat, actionId) + "/" + pieceId;
	}

	@PostMapping("/retrait")
	String remove(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId, RedirectAttributes redirect) {
		this.pages.action(seat, actionId);
		this.keeping.remove(seat.parcours().getId(), actionId, pieceId);
		redirect.addFlashAttribute("flash", Flash.done("evidence.removed"));
		return "redirect:" + EvidencePages.href(seat, actionId);
	}

	@GetMapping("/fichier")
	ResponseEntity<byte[]> file(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId) {
		this.pages.requireSeen(seat, actionId, pieceId);
		return EvidencePages.answer(this.evidence.file(actionId, pieceId).orElseThrow(NotFound::new));
	}

	@GetMapping("/vignette.jpg")
	ResponseEntity<byte[]> thumbnail(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId) {
		this.pages.requireSeen(seat, actionId, pieceId);
		return EvidencePages.answer(this.evidence.thumbnail(actionId, pieceId).orElseThrow(NotFound::new));
	}

}
