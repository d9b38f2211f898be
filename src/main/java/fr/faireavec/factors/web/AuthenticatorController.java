package fr.faireavec.factors.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.documents.QrCode;
import fr.faireavec.factors.CodeKeeping;
import fr.faireavec.factors.Factor;
import fr.faireavec.factors.Presence;
import fr.faireavec.factors.SecondFactorGate;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Submission;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My application of one-time codes: set up, proved by a first code, taken away. */
@Controller
@RequestMapping(SecondFactorGate.SETTING_UP + "/application")
class AuthenticatorController {

	private static final String SET_UP = "redirect:" + SecondFactorGate.SETTING_UP + "/application";

	private final CodeKeeping keeping;

	private final MeansPage page;

	private final Presence presence;

	AuthenticatorController(CodeKeeping keeping, MeansPage page, Presence presence) {
		this.keeping = keeping;
		this.page = page;
		this.presence = presence;
	}

	@PostMapping
	String start(Viewer viewer) {
		if (!this.page.mayChange(viewer)) {
			return "redirect:" + SecondFactorGate.ASKING;
		}
		this.keeping.start(viewer);
		return SET_UP;
	}

	@GetMapping
	String show(Viewer viewer, Model model) {
		model.addAttribute("form", new CodeForm());
		return setUp(viewer, model);
	}

	/** Shows the recovery codes in the answer itself: nothing keeps them. */
	@PostMapping("/confirmation")
	String confirm(Viewer viewer, @Valid @ModelAttribute("form") CodeForm form, BindingResult errors, Model model) {
		Optional<List<String>> codes = Submission.of(errors, () -> this.keeping.confirm(viewer, form.code));
		if (codes.isEmpty()) {
			return setUp(viewer, model);
		}
		this.presence.add(Factor.ONE_TIME_CODE);
		model.addAttribute("codes", codes.get());
		return "factors/recovery-codes";
	}

	@PostMapping("/secours")
	String renew(Viewer viewer, Model model) {
		if (!this.page.mayChange(viewer)) {
			return "redirect:" + SecondFactorGate.ASKING;
		}
		model.addAttribute("codes", this.keeping.renewRecoveryCodes(viewer));
		return "factors/recovery-codes";
	}

	@PostMapping("/fin")
	String remove(Viewer viewer, RedirectAttributes redirect) {
		if (!this.page.mayChange(viewer)) {
			return "redirect:" + SecondFactorGate.ASKING;
		}
		this.keeping.remove(viewer);
		redirect.addFlashAttribute("flash", Flash.done("factors.authenticator.removed"));
		return "redirect:" + SecondFactorGate.SETTING_UP;
	}

	private String setUp(Viewer viewer, Model model) {
		String secret = this.keeping.secret(viewer);
		String owner = URLEncoder.encode(viewer.name(), StandardCharsets.UTF_8).replace("+", "%20");
		String address = "otpauth://totp/Faire%20avec:" + owner + "?secret=" + secret
				+ "&issuer=Faire%20avec&algorithm=SHA1&digits=6&period=30";
		model.addAttribute("qr", QrCode.of(address));
		model.addAttribute("address", address);
		model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
		return "factors/authenticator";
	}

}
