package fr.faireavec.funders.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.faireavec.accounts.AccountKeeping;
import fr.faireavec.signin.LinkHandout;
import fr.faireavec.accounts.Person;
import fr.faireavec.accounts.Viewer;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderConventions;
import fr.faireavec.funders.FunderKeeping;
import fr.faireavec.funders.FunderReader;
import fr.faireavec.funders.FunderReaders;
import fr.faireavec.funders.Funders;
import fr.faireavec.funders.Readership;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.Bounces;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One funder: what it pays for, and who reads the bilans for it, for those who may say
 * so.
 */
@Controller
class ReaderController {

	private final Funders funders;

	private final FunderReaders readers;

	private final FunderKeeping keeping;

	private final Readership readership;

	private final FunderConventions conventions;

	private final LinkHandout links;

	private final Bounces bounces;

	ReaderController(Funders funders, FunderReaders readers, FunderKeeping keeping, Readership readership,
			FunderConventions conventions, LinkHandout links, Bounces bounces) {
		this.funders = funders;
		this.readers = readers;
		this.keeping = keeping;
		this.readership = readership;
		this.conventions = conventions;
		this.links = links;
		this.bounces = bounces;
	}

	@GetMapping("/financeurs/{slug}")
	String show(Viewer viewer, @PathVariable String slug, Model model) {
		model.addAttribute("form", new ReaderForm());
		return page(viewer, slug, model);
	}

	@PostMapping("/financeurs/{slug}/lecture")
	String name(Viewer viewer, @PathVariable String slug, @Valid @ModelAttribute("form") ReaderForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		UUID id = kept(viewer, slug).getId();
		Optional<Person> named = Submission.of(errors, () -> this.keeping.nameReader(viewer, id,
				new AccountKeeping.Name(form.givenName, form.familyName), form.email, form.answered));
		if (named.isEmpty()) {
			return page(viewer, slug, model);
		}
		redirect.addFlashAttribute("flash",
				Flash.done("funders.reader.named", named.get().getName(), String.valueOf(named.get().getEmail())));
		return "redirect:/financeurs/" + slug;
	}

	@PostMapping("/financeurs/{slug}/lecture/{personId}/fin")
	String remove(Viewer viewer, @PathVariable String slug, @PathVariable UUID personId, RedirectAttributes redirect) {
		this.keeping.removeReader(viewer, kept(viewer, slug).getId(), personId);
		redirect.addFlashAttribute("flash",
				Flash.withUndo("funders.reader.removed", "/financeurs/" + slug + "/lecture/" + personId + "/reprise"));
		return "redirect:/financeurs/" + slug;
	}

	@PostMapping("/financeurs/{slug}/lecture/{personId}/reprise")
	String restore(Viewer viewer, @PathVariable String slug, @PathVariable UUID personId, RedirectAttributes redirect) {
		Person person = this.keeping.restoreReader(viewer, kept(viewer, slug).getId(), personId);
		redirect.addFlashAttribute("flash", Flash.done("funders.reader.restored", person.getName()));
		return "redirect:/financeurs/" + slug;
	}

	/** Shows the link in the answer itself: nothing keeps it. */
	@PostMapping("/financeurs/{slug}/lecture/{personId}/acces")
	String link(Viewer viewer, @PathVariable String slug, @PathVariable UUID personId, Model model) {
		Person reader = this.keeping.reader(viewer, kept(viewer, slug).getId(), personId);
		model.addAttribute("link", this.links.handOut(viewer, reader.getId()));
		model.addAttribute("form", new ReaderForm());
		return page(viewer, slug, model);
	}

	private String page(Viewer viewer, String slug, Model model) {
		Funder funder = at(viewer, slug);
		model.addAttribute("funder", funder);
		model.addAttribute("reworded", this.readership.isRewordedBy(viewer, funder.getId()));
		boolean keeps = this.readership.isKeptBy(viewer, funder.getId());
		List<FunderReader> named = keeps ? this.readers.of(funder) : List.of();
		model.addAttribute("keeps", keeps);
		model.addAttribute("readers", named);
		model.addAttribute("bounces",
				this.bounces.of(named.stream().map((reader) -> reader.getPerson().getEmail()).toList()));
		model.addAttribute("all", viewer.isAdministrator());
		model.addAttribute("conventions", this.conventions.of(funder.getId(), viewer));
		return "funders/funder";
	}

	/** Before a form is even read: what is in it does not matter. */
	private Funder kept(Viewer viewer, String slug) {
		Funder funder = at(viewer, slug);
		if (!this.readership.isKeptBy(viewer, funder.getId())) {
			throw new NotFound();
		}
		return funder;
	}

	private Funder at(Viewer viewer, String slug) {
		if (!viewer.isStaff()) {
			throw new NotFound();
		}
		return this.funders.findBySlug(slug).orElseThrow(NotFound::new);
	}

}
