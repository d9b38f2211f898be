package fr.faireavec.accounts.web;

import java.util.Locale;
import java.util.stream.Stream;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.mail.LetterWords;
import fr.faireavec.mail.NotificationChoices;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody chooses which optional letters they receive. */
@Controller
@RequestMapping("/mon-compte/notifications")
class NotificationController {

	private final NotificationChoices choices;

	private final LetterWords words;

	private final MessageSource messages;

	NotificationController(NotificationChoices choices, LetterWords words, MessageSource messages) {
		this.messages = messages;
		this.choices = choices;
		this.words = words;
	}

	@GetMapping
	String show(Viewer viewer, Model model) {
		model.addAttribute("form", NotificationForm.of(this.choices.received(viewer.personId()),
				this.choices.isWeekly(viewer.personId())));
		return page(model);
	}

	@PostMapping
	String choose(Viewer viewer, @Valid @ModelAttribute("form") NotificationForm form, BindingResult errors,
			Model model, RedirectAttributes redirect) {
		if (!Submission.accepted(errors, () -> {
			this.choices.receive(viewer.personId(), form.kinds);
			this.choices.gather(viewer.personId(), form.rhythm == NotificationForm.Rhythm.WEEKLY);
		})) {
			return page(model);
		}
		redirect.addFlashAttribute("flash", Flash.done("accounts.notifications.saved"));
		return "redirect:/mon-compte/notifications";
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.FRENCH);
	}

	private String page(Model model) {
		model.addAttribute("kinds",
				this.choices.optionalKinds()
					.stream()
					.map((kind) -> new Option(kind, this.words.kind(kind), this.words.about(kind)))
					.toList());
		model.addAttribute("rhythms",
				Stream.of(NotificationForm.Rhythm.values())
					.map((rhythm) -> new Option(rhythm.name(), say("accounts.notifications." + rhythm),
							say("accounts.notifications." + rhythm + ".about")))
					.toList());
		return "accounts/notifications";
	}

}
