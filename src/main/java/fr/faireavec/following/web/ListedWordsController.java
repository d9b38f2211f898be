package fr.faireavec.following.web;

import java.util.Optional;

import fr.faireavec.following.WordCounting;
import fr.faireavec.taxonomies.Taxonomy;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What every structure wrote under « autre… », counted as an entry of the list or made a
 * new one. The door lets the administration in only.
 */
@Controller
@RequestMapping("/administration/listes/autres")
class ListedWordsController {

	private final WordPages pages;

	private final WordCounting counting;

	ListedWordsController(WordPages pages, WordCounting counting) {
		this.pages = pages;
		this.counting = counting;
	}

	@GetMapping
	String list(Model model) {
		this.pages.list(null, model);
		return "following/listed-words";
	}

	@GetMapping("/{liste}")
	String one(@PathVariable String liste, @RequestParam(name = "mots", defaultValue = "") String typed, Model model) {
		model.addAttribute("form", new KeepForm());
		return page(liste, typed, model);
	}

	@PostMapping("/{liste}")
	String count(@PathVariable String liste, @RequestParam(name = "mots", defaultValue = "") String typed,
			@Valid @ModelAttribute("form") KeepForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		Taxonomy list = WordPages.at(liste);
		String words = WordPages.read(typed);
		form.check(errors);
		Optional<Integer> counted = Submission.of(errors,
				() -> (form.entry != null) ? this.counting.count(list, words, form.entry, null)
						: this.counting.add(form.key, list, words, form.label));
		if (counted.isEmpty()) {
			return page(liste, typed, model);
		}
		redirect.addFlashAttribute("flash", WordPages.said(counted.get()));
		return "redirect:/administration/listes/autres";
	}

	private String page(String liste, String typed, Model model) {
		this.pages.one(WordPages.at(liste), WordPages.read(typed), null, model);
		return "following/listed-word";
	}

}
