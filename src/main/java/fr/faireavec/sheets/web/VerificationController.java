package fr.faireavec.sheets.web;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

import fr.faireavec.sheets.Verification;
import fr.faireavec.signin.Gate;
import fr.faireavec.signin.Throttle;
import fr.faireavec.web.Network;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/** Whether a file is one of ours, for anybody: its date, or that we do not know it. */
@Controller
class VerificationController {

	private final Verification verification;

	private final Throttle throttle;

	VerificationController(Verification verification, Throttle throttle) {
		this.verification = verification;
		this.throttle = throttle;
	}

	@GetMapping("/verification")
	String ask(Model model) {
		model.addAttribute("form", new VerificationForm());
		return "sheets/verification";
	}

	/** Nothing of the file is kept. */
	@PostMapping("/verification")
	String answer(@Valid @ModelAttribute("form") VerificationForm form, BindingResult errors,
			HttpServletRequest request, Model model) throws IOException {
		MultipartFile file = form.file;
		if (file != null && file.isEmpty()) {
			errors.rejectValue("file", "sheets.verification.none");
		}
		if (file == null || errors.hasErrors()) {
			return "sheets/verification";
		}
		this.throttle.pass(Gate.VERIFICATION, Throttle.Attempt.from(Network.of(request)));
		Optional<Instant> issuedAt = this.verification.of(file.getBytes());
		model.addAttribute("answered", true);
		issuedAt.ifPresent((at) -> model.addAttribute("issuedAt", at));
		return "sheets/verification";
	}

}
