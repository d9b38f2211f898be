package fr.faireavec.factors.web;

import java.util.Set;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.factors.CodeKeeping;
import fr.faireavec.factors.Factor;
import fr.faireavec.factors.PasswordProof;
import fr.faireavec.factors.Presence;
import fr.faireavec.factors.SecondFactorGate;
import fr.faireavec.factors.StrongMeans;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.web.Submission;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;

import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** « C’est bien vous ? »: a code, with the password if it was not how they came in. */
@Controller
@RequestMapping(SecondFactorGate.ASKING)
class SecondFactorController {

	private final CodeKeeping codes;

	private final PasswordProof passwords;

	private final StrongMeans means;

	private final Presence presence;

	SecondFactorController(CodeKeeping codes, PasswordProof passwords, StrongMeans means, Presence presence) {
		this.codes = codes;
		this.passwords = passwords;
		this.means = means;
		this.presence = presence;
	}

	/** A password is taken as typed, spaces included. */
	@InitBinder("form")
	void passwordsAsTyped(WebDataBinder binder) {
		binder.registerCustomEditor(String.class, "password", new StringTrimmerEditor("", false) {
			@Override
			public void setAsText(String text) {
				setValue(text);
			}
		});
	}

	@GetMapping
	String ask(Viewer viewer, HttpSession session, Model model) {
		if (Factor.areStrong(this.presence.shown())) {
			return onward(session);
		}
		model.addAttribute("form", new SecondFactorForm());
		return page(viewer, model);
	}

	@PostMapping
	String show(Viewer viewer, @Valid @ModelAttribute("form") SecondFactorForm form, BindingResult errors,
			HttpSession session, Model model) {
		if (!Submission.accepted(errors, () -> check(viewer, form))) {
			form.code = "";
			return page(viewer, model);
		}
		return onward(session);
	}

	private void check(Viewer viewer, SecondFactorForm form) {
		boolean password = needsPassword(viewer);
		if (password && !this.passwords.shows(viewer, form.password)) {
			throw Refusal.of("password", "factors.password.wrong");
		}
		if (!this.codes.shows(viewer, form.code)) {
			throw Refusal.of("code", "factors.code.wrong");
		}
		if (password) {
			this.presence.add(Factor.PASSWORD);
		}
		this.presence.add(Factor.ONE_TIME_CODE);
	}

	private boolean needsPassword(Viewer viewer) {
		return !this.presence.shown().contains(Factor.PASSWORD) && this.means.of(viewer.accountId()).password();
	}

	private String page(Viewer viewer, Model model) {
		StrongMeans.Of has = this.means.of(viewer.accountId());
		Set<Factor> shown = this.presence.shown();
		model.addAttribute("means", has);
		model.addAttribute("asksPassword", has.password() && !shown.contains(Factor.PASSWORD));
		return "factors/second-factor";
	}

	/** Only ever a path of ours: the gate wrote it down itself. */
	private static String onward(HttpSession session) {
		Object destination = session.getAttribute(SecondFactorGate.DESTINATION);
		session.removeAttribute(SecondFactorGate.DESTINATION);
		return "redirect:" + ((destination instanceof String path) ? path : "/");
	}

}
