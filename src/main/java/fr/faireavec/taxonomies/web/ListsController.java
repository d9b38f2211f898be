package fr.faireavec.taxonomies.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.taxonomies.HourlyRates;
import fr.faireavec.taxonomies.ListKeeping;
import fr.faireavec.taxonomies.Programmes;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.taxonomies.TaxonomyEntries;
import fr.faireavec.taxonomies.TaxonomyEntry;
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

/** The lists, and one of them in its order. The door lets the administration in only. */
@Controller
class ListsController {

	private final TaxonomyEntries entries;

	private final HourlyRates rates;

	private final ListKeeping keeping;

	private final Programmes programmes;

	ListsController(TaxonomyEntries entries, HourlyRates rates, ListKeeping keeping, Programmes programmes) {
		this.entries = entries;
		this.rates = rates;
		this.keeping = keeping;
		this.programmes = programmes;
	}

	@GetMapping("/administration/listes")
	String lists(Model model) {
		Map<Taxonomy, Integer> counts = new EnumMap<>(Taxonomy.class);
		this.entries.offered(List.of(Taxonomy.values()))
			.forEach((one) -> counts.merge(one.getTaxonomy(), 1, Integer::sum));
		model.addAttribute("lists",
				Arrays.stream(Taxonomy.values())
					.map((list) -> new ListRow(list, counts.getOrDefault(list, 0)))
					.toList());
		model.addAttribute("rates", this.rates.count());
		return "taxonomies/lists";
	}

	@GetMapping("/administration/listes/{liste}")
	String list(@PathVariable String liste, Model model) {
		model.addAttribute("form", new EntryForm());
		return page(at(liste), model);
	}

	@PostMapping("/administration/listes/{liste}")
	String add(@PathVariable String liste, @Valid @ModelAttribute("form") EntryForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		Taxonomy list = at(liste);
		Optional<TaxonomyEntry> added = Submission.of(errors, () -> this.keeping.add(form.key, list, form.label));
		if (added.isEmpty()) {
			return page(list, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("taxonomies.added", added.get().getLabel()));
		return "redirect:/administration/listes/" + liste;
	}

	@PostMapping("/administration/listes/{liste}/{id}/rang")
	String move(@PathVariable String liste, @PathVariable UUID id, @RequestParam(name = "vers") String towards,
			RedirectAttributes redirect) {
		TaxonomyEntry moved = this.keeping.move(at(liste), id, "haut".equals(towards));
		redirect.addFlashAttribute("flash", Flash.done("taxonomies.moved", moved.getLabel()));
		return "redirect:/administration/listes/" + liste;
	}

	private String page(Taxonomy list, Model model) {
		List<TaxonomyEntry> all = this.entries.whole(list);
		model.addAttribute("list", list);
		model.addAttribute("offered", all.stream().filter((entry) -> !entry.isRetired()).toList());
		model.addAttribute("retired", all.stream().filter(TaxonomyEntry::isRetired).toList());
		model.addAttribute("programmes", this.programmes.workingWith(list));
		return "taxonomies/list";
	}

	static Taxonomy at(String liste) {
		return Taxonomy.at(liste).orElseThrow(NotFound::new);
	}

	/** One list and how much it offers. */
	public record ListRow(Taxonomy list, int entries) {
	}

}
