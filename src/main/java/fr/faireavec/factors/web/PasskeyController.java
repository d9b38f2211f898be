package fr.faireavec.factors.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.factors.Factor;
import fr.faireavec.factors.PasskeyKeeping;
import fr.faireavec.factors.Presence;
import fr.faireavec.factors.SecondFactorGate;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Zones;
import fr.faireavec.web.Flash;
import fr.faireavec.web.FrenchFormat;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** My passkeys: added by the browser, named, removed. */
@Controller
@RequestMapping(SecondFactorGate.SETTING_UP)
class PasskeyController {

	private static final String CHALLENGE = "passkey.registration";

	private final PasskeyKeeping keeping;

	private final MeansPage page;

	private final Presence presence;

	private final Answers answers;

	private final FrenchFormat french;

	private final MessageSource messages;

	private final Clock clock;

	PasskeyController(PasskeyKeeping keeping, MeansPage page, Presence presence, Answers answers, FrenchFormat french,
			MessageSource messages, Clock clock) {
		this.keeping = keeping;
		this.page = page;
		this.presence = presence;
		this.answers = answers;
		this.french = french;
		this.messages = messages;
		this.clock = clock;
	}

	@GetMapping
	String show(Viewer viewer, @RequestParam(name = "bienvenue", required = false) @Nullable String welcome,
			Model model) {
		model.addAttribute("welcome", welcome != null);
		return this.page.show(viewer, model);
	}

	@PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<String> options(Viewer viewer, HttpSession session) {
		if (!this.page.mayChange(viewer)) {
			return this.answers.refused(new Refusal("factors.showFirst"));
		}
		PasskeyKeeping.Challenge challenge = this.keeping.beforeAdding(viewer);
		session.setAttribute(CHALLENGE, challenge.value());
		return ResponseEntity.ok(challenge.options());
	}

	/** The browser's own words: what it made for the challenge of this session. */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<String> add(Viewer viewer, InputStream body, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (!this.page.mayChange(viewer)) {
			return this.answers.refused(new Refusal("factors.showFirst"));
		}
		HttpSession session = request.getSession();
		Object challenge = session.getAttribute(CHALLENGE);
		session.removeAttribute(CHALLENGE);
		if (!(challenge instanceof String asked)) {
			return this.answers.refused(new Refusal("factors.passkey.refused"));
		}
		try {
			this.keeping.add(viewer, asked, this.answers.read(body), name());
		}
		catch (Refusal refusal) {
			return this.answers.refused(refusal);
		}
		// Making it took a finger, a face or a PIN, just now.
		this.presence.add(Factor.PASSKEY);
		return this.answers.gone(SecondFactorGate.SETTING_UP, Flash.done("factors.passkey.added"), request, response);
	}

	@GetMapping("/{id}/nom")
	String beforeRenaming(Viewer viewer, @PathVariable UUID id, Model model) {
		model.addAttribute("form", PasskeyNameForm.of(this.page.passkey(viewer, id)));
		return naming(id, model);
	}

	@PostMapping("/{id}/nom")
	String rename(Viewer viewer, @PathVariable UUID id, @Valid @ModelAttribute("form") PasskeyNameForm form,
			BindingResult errors, Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> this.keeping.rename(viewer, id, form.name))) {
			this.page.passkey(viewer, id);
			return naming(id, model);
		}
		redirect.addFlashAttribute("flash",
				Flash.done("factors.passkey.renamed", this.page.passkey(viewer, id).getName()));
		return "redirect:" + SecondFactorGate.SETTING_UP;
	}

	@PostMapping("/{id}/fin")
	String remove(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
		if (!this.page.mayChange(viewer)) {
			return "redirect:" + SecondFactorGate.ASKING;
		}
		this.keeping.remove(viewer, id);
		redirect.addFlashAttribute("flash", Flash.done("factors.passkey.removed"));
		return "redirect:" + SecondFactorGate.SETTING_UP;
	}

	private String naming(UUID id, Model model) {
		model.addAttribute("passkeyId", id);
		return "factors/passkey-name";
	}

	private String name() {
		return this.messages.getMessage("factors.passkey.name",
				new Object[] { this.french.date(LocalDate.ofInstant(this.clock.instant(), Zones.PARIS)) },
				Locale.FRENCH);
	}

}
