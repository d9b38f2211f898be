package fr.faireavec.evidence.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.evidence.AuthorisationPaper;
import fr.faireavec.evidence.Authorising;
import fr.faireavec.evidence.Evidence;
import fr.faireavec.evidence.EvidenceFile;
import fr.faireavec.evidence.GivenFiles;
import fr.faireavec.evidence.PieceKind;
import fr.faireavec.files.FileName;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Asks somebody who can be recognised, by a link or on paper, and takes it back for them.
 */
@Controller
@RequestMapping("/parcours/{slug}/journal/{actionId}/pieces/{pieceId}")
class AuthorisationController {

	private final Authorising authorising;

	private final AuthorisationPaper paper;

	private final GivenFiles files;

	private final Evidence evidence;

	private final EvidencePages pages;

	AuthorisationController(Authorising authorising, AuthorisationPaper paper, GivenFiles files, Evidence evidence,
			EvidencePages pages) {
		this.authorising = authorising;
		this.paper = paper;
		this.files = files;
		this.evidence = evidence;
		this.pages = pages;
	}

	@GetMapping("/autorisation")
	String blank(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId, Model model) {
		model.addAttribute("form", AuthorisationForm.blank(this.pages.today(seat)));
		return this.pages.ask(seat, actionId, pieceId, model);
	}

	@PostMapping("/autorisation")
	String ask(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId,
			@Valid @ModelAttribute("form") AuthorisationForm form, BindingResult errors, Model model) {
		this.pages.action(seat, actionId);
		Optional<UUID> asked = Submission.of(errors,
				() -> this.authorising.ask(seat.parcours().getId(), actionId, pieceId, form.toTerms()));
		return asked.map((id) -> back(seat, actionId, pieceId, id))
			.orElseGet(() -> this.pages.ask(seat, actionId, pieceId, model));
	}

	@GetMapping("/autorisations/{authorisationId}")
	String page(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId, @PathVariable UUID authorisationId,
			Model model) {
		return this.pages.consent(seat, actionId, pieceId, authorisationId, model);
	}

	/** What was signed on paper. */
	@PostMapping("/autorisations/{authorisationId}")
	String signed(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId,
			@PathVariable UUID authorisationId, @Valid @ModelAttribute("form") SignedForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		this.pages.action(seat, actionId);
		if (!Submission.accepted(errors, () -> keep(seat, actionId, pieceId, authorisationId, form))) {
			return this.pages.consent(seat, actionId, pieceId, authorisationId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("evidence.paper.kept"));
		return back(seat, actionId, pieceId, authorisationId);
	}

	private void keep(Seat seat, UUID actionId, UUID pieceId, UUID authorisationId, SignedForm form) {
		MultipartFile file = Objects.requireNonNull(form.file);
		try {
			byte[] picture = this.files.signed(file.getBytes(),
					FileName.shown(String.valueOf(file.getOriginalFilename())));
			this.authorising.giveOnPaper(seat.parcours().getId(), actionId, pieceId, authorisationId, picture);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What was given ends, what nobody answered is no longer asked. */
	@PostMapping("/autorisations/{authorisationId}/retrait")
	String withdraw(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId,
			@PathVariable UUID authorisationId, RedirectAttributes redirect) {
		this.pages.action(seat, actionId);
		this.authorising.withdraw(seat.parcours().getId(), actionId, pieceId, authorisationId);
		redirect.addFlashAttribute("flash", Flash.done("evidence.withdrawn"));
		return "redirect:" + EvidencePages.href(seat, actionId) + "/" + pieceId;
	}

	/** To be printed and signed. */
	@GetMapping("/autorisations/{authorisationId}/formulaire.pdf")
	ResponseEntity<byte[]> form(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId,
			@PathVariable UUID authorisationId) {
		this.pages.piece(seat, actionId, pieceId);
		this.pages.consent(seat, pieceId, authorisationId);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename("autorisation.pdf").build().toString())
			.body(this.paper.print(authorisationId));
	}

	@GetMapping("/autorisations/{authorisationId}/papier.jpg")
	ResponseEntity<byte[]> picture(Seat seat, @PathVariable UUID actionId, @PathVariable UUID pieceId,
			@PathVariable UUID authorisationId) {
		this.pages.action(seat, actionId);
		return EvidencePages.answer(this.evidence.paper(actionId, pieceId, authorisationId)
			.map((content) -> new EvidenceFile(PieceKind.PHOTO, content))
			.orElseThrow(NotFound::new));
	}

	private static String back(Seat seat, UUID actionId, UUID pieceId, UUID authorisationId) {
		return "redirect:" + EvidencePages.href(seat, actionId) + "/" + pieceId + "/autorisations/" + authorisationId;
	}

}
