package fr.faireavec.funders.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderKind;
import fr.faireavec.funders.FunderRows;
import fr.faireavec.funders.Funders;
import fr.faireavec.funders.Readership;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
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

/** The funders: listed, added, corrected by the staff. */
@Controller
class FunderController {

	private final Funders funders;

	private final FunderRows rows;

	private final FunderKeeping keeping;

	private final Readership readership;

	private final MessageSource messages;

	FunderController(Funders funders, FunderRows rows, FunderKeeping keeping, Readership readership,
			MessageSource messages) {
		this.funders = funders;
		this.rows = rows;
		this.keeping = keeping;
		this.readership = readership;
		this.messages = messages;
	}

	@GetMapping("/financeurs")
	String list(Viewer viewer, Model model) {
		requireStaff(viewer);
		model.addAttribute("rows", this.rows.byName(viewer));
		return "funders/list";
	}

	@GetMapping("/financeurs/nouveau")
	String blank(Viewer viewer, Model model) {
		requireStaff(viewer);
		model.addAttribute("form", new FunderForm());
		return page(model);
	}

	@PostMapping("/financeurs/nouveau")
	String register(Viewer viewer, @Valid @ModelAttribute("form") FunderForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) {
		requireStaff(viewer);
		Optional<Funder> made = Submission.of(errors, () -> this.keeping.register(form.key, form.name,
				form.chosenKind(), form.mention, form.territory, form.departements));
		if (made.isEmpty()) {
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("funders.registered", made.get().getName()));
		return "redirect:/financeurs/" + made.get().getSlug();
	}

	@GetMapping("/financeurs/{slug}/modifier")
	String edit(Viewer viewer, @PathVariable String slug, Model model) {
		Funder funder = reworded(viewer, slug);
		model.addAttribute("funder", funder);
		model.addAttribute("form", FunderForm.of(funder));
		return page(model);
	}

	@PostMapping("/financeurs/{slug}/modifier")
	String describe(Viewer viewer, @PathVariable String slug, @Valid @ModelAttribute("form") FunderForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		Funder funder = reworded(viewer, slug);
		if (!Submission.accepted(errors, () -> this.keeping.describe(funder.getId(), form.version, form.name,
				form.chosenKind(), form.mention, form.territory, form.departements), () -> FunderForm.of(at(slug)))) {
			model.addAttribute("funder", funder);
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("funders.described"));
		return "redirect:/financeurs/" + slug;
	}

	private String page(Model model) {
		List<Option> kinds = Arrays.stream(FunderKind.values())
			.map((kind) -> new Option(kind.name(),
					this.messages.getMessage("funders.kind." + kind, null, Locale.FRENCH)))
			.toList();
		model.addAttribute("kinds", kinds);
		return "funders/form";
	}

	private Funder at(String slug) {
		return this.funders.findBySlug(slug).orElseThrow(NotFound::new);
	}

	private Funder reworded(Viewer viewer, String slug) {
		Funder funder = at(slug);
		if (!this.readership.isRewordedBy(viewer, funder.getId())) {
			throw new NotFound();
		}
		return funder;
	}

	private static void requireStaff(Viewer viewer) {
		if (!viewer.isStaff()) {
			throw new NotFound();
		}
	}

}
