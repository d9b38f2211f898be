package fr.faireavec.scans.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import fr.faireavec.files.FileName;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.parcours.Seat;
import fr.faireavec.scans.PageReading;
import fr.faireavec.scans.PageReading.ReadPage;
import fr.faireavec.scans.Scanning;
import fr.faireavec.web.Flash;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
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

/** The paper of a day: what there is of it, and what is added. */
@Controller
@RequestMapping("/parcours/{slug}/seances/{rank}/emargement/feuilles")
class PapersController {

	private final PageReading reading;

	private final Scanning scanning;

	private final PaperPages pages;

	private final MessageSource messages;

	PapersController(PageReading reading, Scanning scanning, PaperPages pages, MessageSource messages) {
		this.reading = reading;
		this.scanning = scanning;
		this.pages = pages;
		this.messages = messages;
	}

	@GetMapping
	String page(Seat.Running seat, @PathVariable int rank, Model model) {
		return this.pages.all(seat, rank, model);
	}

	/**
	 * Each file by itself: what is refused of one takes nothing from the others, and is
	 * said beside them.
	 */
	@PostMapping
	String give(Seat.Running seat, @PathVariable int rank, @Valid @ModelAttribute("form") PapersForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) throws IOException {
		seat.parcours().requireOpenToWork();
		List<MultipartFile> files = form.given();
		if (files.isEmpty() && !errors.hasErrors()) {
			errors.rejectValue("file", "files.none");
		}
		Tally tally = new Tally(rank);
		for (MultipartFile file : files) {
			give(seat.parcours().getId(), rank, file, tally, errors);
		}
		if (errors.hasErrors()) {
			model.addAttribute("kept", tally.words(this::say));
			return this.pages.all(seat, rank, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("scans.given", String.join(" ", tally.words(this::say))));
		return "redirect:" + PaperPages.href(seat, rank);
	}

	private void give(UUID parcoursId, int rank, MultipartFile file, Tally tally, BindingResult errors)
			throws IOException {
		String name = FileName.shown(String.valueOf(file.getOriginalFilename()));
		try {
			for (ReadPage page : this.reading.read(file.getBytes(), name)) {
				tally.add(this.scanning.keep(parcoursId, rank, page));
			}
		}
		catch (Refusal refusal) {
			errors.rejectValue("file", "scans.refused",
					new Object[] { name, say(refusal.messageKey(), refusal.args()) }, null);
		}
	}

	private String say(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.FRENCH);
	}

}
