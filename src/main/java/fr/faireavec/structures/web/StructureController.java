package fr.faireavec.structures.web;

import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.structures.Directory;
import fr.faireavec.structures.LegalForms;
import fr.faireavec.structures.Structure;
import fr.faireavec.structures.StructureKeeping;
import fr.faireavec.structures.StructureProfile;
import fr.faireavec.structures.StructureReaders;
import fr.faireavec.structures.Structures;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The directory and its sheets. The staff writes; a pilot reads her own structure's. */
@Controller
class StructureController {

	private final Directory directory;

	private final Structures structures;

	private final StructureKeeping keeping;

	private final StructureReaders readers;

	private final LegalForms legalForms;

	StructureController(Directory directory, Structures structures, StructureKeeping keeping, StructureReaders readers,
			LegalForms legalForms) {
		this.directory = directory;
		this.structures = structures;
		this.keeping = keeping;
		this.readers = readers;
		this.legalForms = legalForms;
	}

	@GetMapping("/structures")
	String list(Viewer viewer, @ModelAttribute("form") SearchForm form, @RequestParam(defaultValue = "1") int page,
			Model model) {
		requireStaff(viewer);
		model.addAttribute("page", this.directory.search(form.texte, form.departement, page));
		model.addAttribute("departements", this.directory.departements());
		return "structures/list";
	}

	@GetMapping("/structures/nouvelle")
	String blank(Viewer viewer, Model model) {
		requireStaff(viewer);
		model.addAttribute("form", new StructureForm());
		return page(model);
	}

	@PostMapping("/structures/nouvelle")
	String register(Viewer viewer, @Valid @ModelAttribute("form") StructureForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		requireStaff(viewer);
		Optional<Structure> made = Submission.of(errors, () -> {
			StructureProfile profile = form.toProfile();
			Submission.requireRead(this.keeping.warningsOfNew(form.key, profile), form.accepted);
			return this.keeping.register(form.key, profile);
		});
		if (made.isEmpty()) {
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("structures.registered", made.get().getName()));
		return "redirect:/structures/" + made.get().getSlug();
	}

	@GetMapping("/structures/{slug}")
	String sheet(Viewer viewer, @PathVariable String slug, Model model) {
		Structure structure = at(slug);
		if (!viewer.isStaff() && !this.readers.mayRead(structure.getId(), viewer)) {
			throw new NotFound();
		}
		model.addAttribute("structure", structure);
		model.addAttribute("participations", this.readers.participations(structure.getId(), viewer));
		model.addAttribute("staff", viewer.isStaff());
		return "structures/sheet";
	}

	@GetMapping("/structures/{slug}/modifier")
	String edit(Viewer viewer, @PathVariable String slug, Model model) {
		requireStaff(viewer);
		Structure structure = at(slug);
		model.addAttribute("structure", structure);
		model.addAttribute("form", StructureForm.of(structure));
		return page(model);
	}

	@PostMapping("/structures/{slug}/modifier")
	String describe(Viewer viewer, @PathVariable String slug, @Valid @ModelAttribute("form") StructureForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		requireStaff(viewer);
		Structure structure = at(slug);
		UUID id = structure.getId();
		if (!Submission.accepted(errors, () -> {
			StructureProfile profile = form.toProfile();
			Submission.requireRead(this.keeping.warnings(id, profile), form.accepted);
			this.keeping.describe(id, form.version, profile);
		}, () -> current(slug, form))) {
			model.addAttribute("structure", structure);
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("structures.described"));
		return "redirect:/structures/" + slug;
	}

	private StructureForm current(String slug, StructureForm mine) {
		StructureForm current = StructureForm.of(at(slug));
		current.accepted = mine.accepted;
		return current;
	}

	private String page(Model model) {
		model.addAttribute("legalForms", this.legalForms.options());
		return "structures/form";
	}

	private Structure at(String slug) {
		return this.structures.findBySlug(slug).orElseThrow(NotFound::new);
	}

	private static void requireStaff(Viewer viewer) {
		if (!viewer.isStaff()) {
			throw new NotFound();
		}
	}

}
