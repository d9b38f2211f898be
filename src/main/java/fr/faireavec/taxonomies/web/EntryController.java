package fr.faireavec.taxonomies.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.taxonomies.ListKeeping;
import fr.faireavec.taxonomies.Programmes;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntries;
import fr.faireavec.taxonomies.TaxonomyEntry;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One entry of a list: its name, those it had, whether it is still offered. */
@Controller
class EntryController {

	private final TaxonomyEntries entries;

	private final ListKeeping keeping;

	private final Programmes programmes;

	private final MessageSource messages;

	EntryController(TaxonomyEntries entries, ListKeeping keeping, Programmes programmes, MessageSource messages) {
		this.entries = entries;
		this.keeping = keeping;
		this.programmes = programmes;
		this.messages = messages;
	}

	@GetMapping("/administration/listes/{liste}/{id}")
	String show(@PathVariable String liste, @PathVariable UUID id, Model model) {
		model.addAttribute("form", EntryForm.of(at(liste, id)));
		return page(liste, id, model);
	}

	@PostMapping("/administration/listes/{liste}/{id}")
	String rename(@PathVariable String liste, @PathVariable UUID id, @Valid @ModelAttribute("form") EntryForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Taxonomy list = ListsController.at(liste);
		speaking(form);
		Optional<TaxonomyEntry> renamed = Submission.of(errors,
				() -> this.keeping.rename(list, id, form.version, form.label, form.beyond, form.explanation),
				() -> speaking(EntryForm.of(at(liste, id))));
		if (renamed.isEmpty()) {
			return page(liste, id, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("taxonomies.renamed", renamed.get().getLabel()));
		return "redirect:/administration/listes/" + liste;
	}

	@PostMapping("/administration/listes/{liste}/{id}/retrait")
	String retire(@PathVariable String liste, @PathVariable UUID id, RedirectAttributes redirect) {
		TaxonomyEntry entry = this.keeping.retire(ListsController.at(liste), id);
		redirect.addFlashAttribute("flash", Flash.withUndo("taxonomies.retired",
				"/administration/listes/" + liste + "/" + id + "/retablissement", entry.getLabel()));
		return "redirect:/administration/listes/" + liste;
	}

	@PostMapping("/administration/listes/{liste}/{id}/retablissement")
	String restore(@PathVariable String liste, @PathVariable UUID id, RedirectAttributes redirect) {
		TaxonomyEntry entry = this.keeping.restore(ListsController.at(liste), id);
		redirect.addFlashAttribute("flash", Flash.done("taxonomies.restored", entry.getLabel()));
		return "redirect:/administration/listes/" + liste;
	}

	private EntryForm speaking(EntryForm form) {
		return form.speaking(this.messages.getMessage("taxonomies.yes", null, Locale.FRENCH),
				this.messages.getMessage("taxonomies.no", null, Locale.FRENCH));
	}

	private TaxonomyEntry at(String liste, UUID id) {
		return this.entries.in(ListsController.at(liste), id).orElseThrow(NotFound::new);
	}

	private String page(String liste, UUID id, Model model) {
		TaxonomyEntry entry = at(liste, id);
		model.addAttribute("entry", entry);
		model.addAttribute("list", entry.getTaxonomy());
		model.addAttribute("titles",
				this.programmes.workingWith(entry.getTaxonomy()).getOrDefault(entry.getId(), List.of()));
		return "taxonomies/entry";
	}

}
