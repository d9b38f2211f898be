package fr.faireavec.evidence.web;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import fr.faireavec.evidence.EvidenceKeeping;
import fr.faireavec.evidence.GivenFiles;
import fr.faireavec.files.FileName;
import fr.faireavec.files.PdfFile;
import fr.faireavec.kernel.Refusal;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What shows an action: what there is, and what is added. */
@Controller
@RequestMapping("/parcours/{slug}/journal/{actionId}/pieces")
class PiecesController {

	private final EvidenceKeeping keeping;

	private final GivenFiles files;

	private final EvidencePages pages;

	PiecesController(EvidenceKeeping keeping, GivenFiles files, EvidencePages pages) {
		this.keeping = keeping;
		this.files = files;
		this.pages = pages;
	}

	@GetMapping
	String all(Seat seat, @PathVariable UUID actionId, Model model) {
		return this.pages.all(seat, actionId, model);
	}

	/**
	 * Each file by itself: what is refused of one takes nothing from the others, and is
	 * said beside them.
	 */
	@PostMapping
	String add(Seat seat, @PathVariable UUID actionId, @Valid @ModelAttribute("form") PiecesForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) throws IOException {
		this.pages.action(seat, actionId);
		List<MultipartFile> given = form.given();
		if (given.isEmpty() && !errors.hasFieldErrors("file")) {
			errors.rejectValue("file", "files.none");
		}
		if (errors.hasErrors()) {
			return this.pages.all(seat, actionId, model);
		}
		@Nullable UUID last = null;
		int kept = 0;
		for (MultipartFile file : given) {
			UUID added = add(seat, actionId, file, form, errors);
			last = (added != null) ? added : last;
			kept += (added != null) ? 1 : 0;
		}
		if (errors.hasErrors()) {
			model.addAttribute("kept", kept);
			return this.pages.all(seat, actionId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("evidence.added"));
		// Where somebody can be recognised, the next thing is to ask them.
		boolean asks = form.recognisable == Recognisable.SOMEBODY && kept == 1;
		return "redirect:" + EvidencePages.href(seat, actionId) + (asks ? "/" + last : "");
	}

	private @Nullable UUID add(Seat seat, UUID actionId, MultipartFile file, PiecesForm form, BindingResult errors)
			throws IOException {
		String name = FileName.shown(String.valueOf(file.getOriginalFilename()));
		byte[] content = file.getBytes();
		String label = (form.label.isBlank() && PdfFile.is(content)) ? name : form.label;
		try {
			return this.keeping.add(seat.parcours().getId(), actionId, this.files.read(content, name), label,
					form.recognisable == Recognisable.SOMEBODY);
		}
		catch (Refusal refusal) {
			errors.rejectValue("file", "evidence.refused",
					new Object[] { name, this.pages.say(refusal.messageKey(), refusal.args()) }, null);
			return null;
		}
	}

	@GetMapping("/lien")
	String link(Seat seat, @PathVariable UUID actionId, Model model) {
		model.addAttribute("form", new LinkForm());
		return this.pages.link(seat, actionId, model);
	}

	@PostMapping("/lien")
	String addLink(Seat seat, @PathVariable UUID actionId, @Valid @ModelAttribute("form") LinkForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		this.pages.action(seat, actionId);
		if (!Submission.accepted(errors,
				() -> this.keeping.link(seat.parcours().getId(), actionId, form.address, form.label))) {
			return this.pages.link(seat, actionId, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("evidence.linked"));
		return "redirect:" + EvidencePages.href(seat, actionId);
	}

}
