package fr.faireavec.admin.web;

import java.io.IOException;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.settings.NetworkLogo;
import fr.faireavec.web.Flash;
import fr.faireavec.web.LogoAnswer;
import fr.faireavec.web.Submission;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The logo of the network: given, shown, taken away. */
@Controller
@RequestMapping("/administration/reglages")
class NetworkLogoController {

	private static final String PAGE = "admin/network-logo";

	private final NetworkLogo logo;

	NetworkLogoController(NetworkLogo logo) {
		this.logo = logo;
	}

	@GetMapping("/logo")
	String ask(Viewer viewer, Model model) {
		model.addAttribute("form", new NetworkLogoForm());
		return page(model);
	}

	@PostMapping("/logo")
	String give(Viewer viewer, @ModelAttribute("form") NetworkLogoForm form, BindingResult errors, Model model,
			RedirectAttributes redirect) throws IOException {
		MultipartFile file = form.file;
		byte[] content = (file != null) ? file.getBytes() : new byte[0];
		String name = (file != null) ? String.valueOf(file.getOriginalFilename()) : "";
		if (!Submission.accepted(errors, () -> this.logo.give(content, name))) {
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("funders.logo.given"));
		return "redirect:/administration/reglages/logo";
	}

	@PostMapping("/logo/retrait")
	String remove(Viewer viewer, RedirectAttributes redirect) {
		this.logo.remove();
		redirect.addFlashAttribute("flash", Flash.done("funders.logo.removed"));
		return "redirect:/administration/reglages/logo";
	}

	@GetMapping("/logo.png")
	ResponseEntity<byte[]> show(Viewer viewer) {
		return LogoAnswer.of(this.logo.shown().orElseThrow(NotFound::new).content());
	}

	private String page(Model model) {
		this.logo.shown().ifPresent((shown) -> model.addAttribute("network", shown.network()));
		return PAGE;
	}

}
