package fr.faireavec.funders.web;

import java.io.IOException;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.funders.Funder;
import fr.faireavec.funders.FunderLogos;
import fr.faireavec.funders.Funders;
import fr.faireavec.funders.Readership;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.web.Flash;
import fr.faireavec.web.LogoAnswer;
import fr.faireavec.web.Submission;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The logo of a funder: given, shown, taken away by those who keep its page. */
@Controller
@RequestMapping("/financeurs/{slug}")
class LogoController {

	private final Funders funders;

	private final Readership readership;

	private final FunderLogos logos;

	LogoController(Funders funders, Readership readership, FunderLogos logos) {
		this.funders = funders;
		this.readership = readership;
		this.logos = logos;
	}

	@GetMapping("/logo")
	String ask(Viewer viewer, @PathVariable String slug, Model model) {
		model.addAttribute("form", new LogoForm());
		model.addAttribute("funder", reworded(viewer, slug));
		return "funders/logo";
	}

	@PostMapping("/logo")
	String give(Viewer viewer, @PathVariable String slug, @ModelAttribute("form") LogoForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) throws IOException {
		Funder funder = reworded(viewer, slug);
		MultipartFile file = form.file;
		byte[] content = (file != null) ? file.getBytes() : new byte[0];
		String name = (file != null) ? String.valueOf(file.getOriginalFilename()) : "";
		if (!Submission.accepted(errors, () -> this.logos.give(funder.getId(), content, name))) {
			model.addAttribute("funder", funder);
			return "funders/logo";
		}
		redirect.addFlashAttribute("flash", Flash.done("funders.logo.given"));
		return "redirect:/financeurs/" + slug;
	}

	@PostMapping("/logo/retrait")
	String remove(Viewer viewer, @PathVariable String slug, RedirectAttributes redirect) {
		this.logos.remove(reworded(viewer, slug).getId());
		redirect.addFlashAttribute("flash", Flash.done("funders.logo.removed"));
		return "redirect:/financeurs/" + slug;
	}

	@GetMapping("/logo.png")
	ResponseEntity<byte[]> show(Viewer viewer, @PathVariable String slug) {
		return LogoAnswer.of(this.logos.of(reworded(viewer, slug)).orElseThrow(NotFound::new));
	}

	private Funder reworded(Viewer viewer, String slug) {
		Funder funder = this.funders.findBySlug(slug).orElseThrow(NotFound::new);
		if (!this.readership.isRewordedBy(viewer, funder.getId())) {
			throw new NotFound();
		}
		return funder;
	}

}
