package fr.faireavec.following.web;

import java.util.Objects;
import java.util.Optional;

import fr.faireavec.following.WordCounting;
import fr.faireavec.parcours.Seat;
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
 * What the structures of a parcours wrote under « autre… », counted there as what the
 * parcours works with. New entries are the administration's: lists are every parcours's.
 */
@Controller
@RequestMapping("/parcours/{slug}/journal/autres")
class CohortWordsController {

	private final WordPages pages;

	private final WordCounting counting;

	CohortWordsController(WordPages pages, WordCounting counting) {
		this.pages = pages;
		this.counting = counting;
	}

	@GetMapping
	String list(Seat.Running seat, Model model) {
		this.pages.list(seat.parcours().getId(), model);
		return "following/words";
	}

	@GetMapping("/{liste}")
	String one(@PathVariable String liste, @RequestParam(name = "mots", defaultValue = "") String typed,
			Seat.Running seat, Model model) {
		model.addAttribute("form", new CountForm());
		return page(liste, typed, seat, model);
	}

	@PostMapping("/{liste}")
	String count(@PathVariable String liste, @RequestParam(name = "mots", defaultValue = "") String typed,
			@Valid @ModelAttribute("form") CountForm form, BindingResult errors, Seat.Running seat, Model model,
			RedirectAttributes redirect) {
		Taxonomy list = WordPages.at(liste);
		String words = WordPages.read(typed);
		Optional<Integer> counted = Submission.of(errors,
				() -> this.counting.count(list, words, Objects.requireNonNull(form.entry), seat.parcours().getId()));
		if (counted.isEmpty()) {
			return page(liste, typed, seat, model);
		}
		redirect.addFlashAttribute("flash", WordPages.said(counted.get()));
		return "redirect:/parcours/" + seat.parcours().getSlug() + "/journal/autres";
	}

	private String page(String liste, String typed, Seat.Running seat, Model model) {
		this.pages.one(WordPages.at(liste), WordPages.read(typed), seat.parcours().getId(), model);
		return "following/word";
	}

}
