package fr.faireavec.scans.web;

import java.util.Objects;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.scans.Scanning;
import fr.faireavec.scans.Scans;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One page of paper: seen, turned, attached by hand, taken away. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}/emargement/feuilles/{id}")
class ScanController {

	private final Scanning scanning;

	private final Scans scans;

	private final PaperPages pages;

	ScanController(Scanning scanning, Scans scans, PaperPages pages) {
		this.scanning = scanning;
		this.scans = scans;
		this.pages = pages;
	}

	@GetMapping
	String page(Seat.Running seat, @PathVariable int rank, @PathVariable UUID id, Model model) {
		return this.pages.one(seat, rank, id, model);
	}

	/** A picture and nothing else: browsers need the style to show it by itself. */
	@GetMapping("/image.jpg")
	ResponseEntity<byte[]> picture(Seat.Running seat, @PathVariable int rank, @PathVariable UUID id) {
		byte[] picture = this.scans.picture(seat.parcours().getId(), rank, id).orElseThrow(NotFound::new);
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_JPEG)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.inline().filename("feuille.jpg").build().toString())
			.header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
			.body(picture);
	}

	@PostMapping
	String attach(Seat.Running seat, @PathVariable int rank, @PathVariable UUID id,
			@Valid @ModelAttribute("form") ScanForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.scanning.attach(seat.parcours().getId(), rank, id,
				Objects.requireNonNull(form.rank), form.half, Objects.requireNonNull(form.page), form.reason))) {
			return this.pages.one(seat, rank, id, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("scans.attached"));
		return "redirect:" + PaperPages.href(seat, Objects.requireNonNull(form.rank));
	}

	@PostMapping("/rotation")
	String turn(Seat.Running seat, @PathVariable int rank, @PathVariable UUID id,
			@ModelAttribute("paper") PaperForm paper, BindingResult errors, Model model) {
		if (!Submission.accepted(errors, () -> this.scanning.turn(seat.parcours().getId(), rank, id, paper.quarters))) {
			return this.pages.one(seat, rank, id, model);
		}
		return "redirect:" + ((paper.copied == null) ? PaperPages.href(seat, rank) + "/" + id
				: PaperPages.register(seat, rank) + "?demi-journee=" + paper.copied + "&saisie=papier");
	}

	@PostMapping("/retrait")
	String remove(Seat.Running seat, @PathVariable int rank, @PathVariable UUID id,
			@ModelAttribute("paper") PaperForm paper, BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.scanning.remove(seat.parcours().getId(), rank, id, paper.reason))) {
			model.addAttribute("removing", true);
			model.addAttribute("reasonProblem", this.pages.said(errors, "reason"));
			return this.pages.one(seat, rank, id, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("scans.removed"));
		return "redirect:" + PaperPages.href(seat, rank);
	}

}
