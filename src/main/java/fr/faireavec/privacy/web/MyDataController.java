package fr.faireavec.privacy.web;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.privacy.Erasing;
import fr.faireavec.privacy.ErasureRequests;
import fr.faireavec.privacy.PersonalFile;
import fr.faireavec.sheets.Attestations;
import fr.faireavec.web.Flash;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is held about me: to read, to take away, to have erased. */
@Controller
class MyDataController {

	private static final int SHOWN = 10;

	private final PersonalFile file;

	private final PersonalFiles files;

	private final FileView view;

	private final Erasing erasing;

	private final ErasureRequests requests;

	private final Attestations attestations;

	MyDataController(PersonalFile file, PersonalFiles files, FileView view, Erasing erasing, ErasureRequests requests,
			Attestations attestations) {
		this.file = file;
		this.files = files;
		this.view = view;
		this.erasing = erasing;
		this.requests = requests;
		this.attestations = attestations;
	}

	@GetMapping("/mon-compte/mes-donnees")
	String read(Viewer viewer, Model model) {
		model.addAttribute("tables", this.view.tables(this.file.sections(viewer.personId()), SHOWN));
		model.addAttribute("request", this.requests.openOf(viewer.personId()).orElse(null));
		model.addAttribute("attested", this.attestations.existFor(viewer));
		return "privacy/my-data";
	}

	@GetMapping("/mon-compte/mes-donnees/fichier.json")
	ResponseEntity<byte[]> json(Viewer viewer) {
		return this.files.json(viewer.personId());
	}

	@GetMapping("/mon-compte/mes-donnees/fichier.csv")
	ResponseEntity<byte[]> csv(Viewer viewer) {
		return this.files.csv(viewer.personId());
	}

	@GetMapping("/mon-compte/mes-donnees/effacement")
	String before(Viewer viewer, Model model) {
		model.addAttribute("prospect", this.file.prospect(viewer.personId()));
		model.addAttribute("request", this.requests.openOf(viewer.personId()).orElse(null));
		return "privacy/my-erasure";
	}

	@PostMapping("/mon-compte/mes-donnees/effacement")
	String ask(Viewer viewer, RedirectAttributes redirect) {
		this.erasing.ask(viewer.personId());
		redirect.addFlashAttribute("flash", Flash.done("privacy.mine.asked"));
		return "redirect:/mon-compte/mes-donnees";
	}

	@PostMapping("/mon-compte/mes-donnees/effacement/retrait")
	String withdraw(Viewer viewer, RedirectAttributes redirect) {
		this.erasing.withdraw(viewer.personId());
		redirect.addFlashAttribute("flash", Flash.done("privacy.mine.withdrawn"));
		return "redirect:/mon-compte/mes-donnees";
	}

}
