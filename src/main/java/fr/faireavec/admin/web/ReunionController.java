package fr.faireavec.admin.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import fr.faireavec.accounts.KnownNames;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.admin.Everybody;
import fr.faireavec.admin.Namesakes;
import fr.faireavec.admin.PersonRow;
import fr.faireavec.admin.PersonSheet;
import fr.faireavec.admin.Reuniting;
import fr.faireavec.admin.TwoSheets;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.web.Flash;
import fr.faireavec.web.PageOf;
import fr.faireavec.web.Submission;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two sheets of one person: the other is looked for, compared, and reunited with it. */
@Controller
class ReunionController {

	private final Namesakes namesakes;

	private final KnownNames names;

	private final Everybody everybody;

	private final TwoSheets sheets;

	private final Reuniting reuniting;

	ReunionController(Namesakes namesakes, KnownNames names, Everybody everybody, TwoSheets sheets,
			Reuniting reuniting) {
		this.namesakes = namesakes;
		this.names = names;
		this.everybody = everybody;
		this.sheets = sheets;
		this.reuniting = reuniting;
	}

	@GetMapping("/administration/comptes/en-double")
	String namesakes(Viewer viewer, Model model) {
		List<Namesakes.Pair> pairs = this.namesakes.pairs(viewer.personId());
		model.addAttribute("pairs", pairs);
		model.addAttribute("more", pairs.size() == Namesakes.MOST);
		return "admin/namesakes";
	}

	/** Without a text, those who share a part of the name, but who only just took it. */
	@GetMapping("/administration/comptes/{personId}/reunion")
	String look(Viewer viewer, @PathVariable UUID personId, @RequestParam(required = false) String texte, Model model) {
		PersonSheet sheet = this.everybody.sheet(personId).orElseThrow(NotFound::new);
		String text = (texte != null) ? texte : sheet.name().substring(sheet.name().lastIndexOf(' ') + 1);
		PageOf<PersonRow> found = this.everybody.search(text, "", "", 1);
		Set<UUID> apart = (texte != null) ? Set.of()
				: this.names.selfNamed(found.items().stream().map(PersonRow::id).toList()).keySet();
		List<PersonRow> others = found.items()
			.stream()
			.filter((row) -> !row.id().equals(personId) && !row.id().equals(viewer.personId()))
			.filter((row) -> !apart.contains(row.id()))
			.toList();
		model.addAttribute("sheet", sheet);
		model.addAttribute("texte", text);
		model.addAttribute("others", others);
		model.addAttribute("more", found.total() > found.items().size());
		return "admin/reunion-search";
	}

	@GetMapping("/administration/comptes/{personId}/reunion/{otherId}")
	String compare(Viewer viewer, @PathVariable UUID personId, @PathVariable UUID otherId, Model model) {
		ReunionForm form = new ReunionForm();
		model.addAttribute("form", form);
		return page(viewer, personId, otherId, form, model);
	}

	@PostMapping("/administration/comptes/{personId}/reunion/{otherId}")
	String reunite(Viewer viewer, @PathVariable UUID personId, @PathVariable UUID otherId,
			@ModelAttribute("form") ReunionForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
		String name = this.sheets.of(personId, otherId).kept().name();
		if (!Submission.accepted(errors, () -> this.reuniting.reunite(viewer, personId, otherId, form.seen))) {
			return page(viewer, personId, otherId, form, model);
		}
		redirect.addFlashAttribute("flash", Flash.done("admin.reunion.done", name));
		return "redirect:/administration/comptes/" + personId;
	}

	private String page(Viewer viewer, UUID personId, UUID otherId, ReunionForm form, Model model) {
		TwoSheets.Prospect prospect = this.sheets.of(personId, otherId);
		form.seen = prospect.code();
		model.addAttribute("prospect", prospect);
		model.addAttribute("own", viewer.personId().equals(otherId) || viewer.personId().equals(personId));
		return "admin/reunion";
	}

}
