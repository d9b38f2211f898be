package fr.faireavec.library.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.library.Findings;
import fr.faireavec.library.LibraryAccess;
import fr.faireavec.library.LibrarySearch;
import fr.faireavec.structures.Directory;
import fr.faireavec.structures.LegalForm;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntries;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.web.Option;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** « Ils l’ont essayé »: the library and its search. */
@Controller
class LibraryController {

	private static final int PAGE = 20;

	private static final int LAST = 10_000;

	private static final List<Taxonomy> LISTS = List.of(Taxonomy.THEME, Taxonomy.LEVER, Taxonomy.LEVEL);

	private final LibraryAccess access;

	private final LibrarySearch library;

	private final TaxonomyEntries entries;

	private final Directory directory;

	private final MessageSource messages;

	LibraryController(LibraryAccess access, LibrarySearch library, TaxonomyEntries entries, Directory directory,
			MessageSource messages) {
		this.access = access;
		this.library = library;
		this.entries = entries;
		this.directory = directory;
		this.messages = messages;
	}

	@GetMapping("/bibliotheque")
	String search(Viewer viewer, @ModelAttribute("search") LibraryForm form, BindingResult unreadable,
			@RequestParam(name = "page", defaultValue = "1") int number, Model model) {
		this.access.require(viewer);
		Findings findings = this.library.search(form.q, form.toFilter(), Math.clamp(number, 1, LAST), PAGE);
		model.addAttribute("findings", findings);
		model.addAttribute("page", findings.page());
		model.addAttribute("filtered", !form.toFilter().isAny());
		List<TaxonomyEntry> offered = this.entries.offered(LISTS);
		model.addAttribute("themes", options(offered, Taxonomy.THEME));
		model.addAttribute("levers", options(offered, Taxonomy.LEVER));
		model.addAttribute("levels", options(offered, Taxonomy.LEVEL));
		model.addAttribute("forms",
				Stream.of(LegalForm.values())
					.map((legal) -> new Option(legal.name(),
							this.messages.getMessage("structures.legalForm." + legal, null, Locale.FRENCH)))
					.toList());
		model.addAttribute("departements",
				this.directory.departements().stream().map((code) -> new Option(code, code)).toList());
		return "library/list";
	}

	private static List<Option> options(List<TaxonomyEntry> offered, Taxonomy taxonomy) {
		return offered.stream()
			.filter((entry) -> entry.getTaxonomy() == taxonomy)
			.map((entry) -> new Option(entry.getId().toString(), entry.getLabel()))
			.toList();
	}

}
