package fr.faireavec.mail.web;

import java.util.UUID;

import fr.faireavec.kernel.NotFound;
import fr.faireavec.mail.DemoLetters;
import fr.faireavec.web.PageOf;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The demo's mail, open to whoever visits it: its people and addresses are invented.
 * There is no such page in a real installation.
 */
@Controller
@ConditionalOnBooleanProperty("faireavec.demo")
@RequestMapping("/_courrier")
class DemoMailController {

	private static final int PAGE = 25;

	private static final int LONGEST = 254;

	private final DemoLetters letters;

	DemoMailController(DemoLetters letters) {
		this.letters = letters;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String adresse, @RequestParam(defaultValue = "1") int page,
			Model model) {
		String text = adresse.strip().replace("\0", "");
		text = text.substring(0, Math.min(text.length(), LONGEST));
		long total = this.letters.count(text);
		int number = Math.clamp(page, 1, (int) Math.max(1, (total + PAGE - 1) / PAGE));
		model.addAttribute("adresse", text);
		model.addAttribute("page", new PageOf<>(this.letters.to(text, (number - 1) * PAGE, PAGE), number, PAGE, total));
		return "mail/courrier";
	}

	@GetMapping("/{letterId}")
	String read(@PathVariable UUID letterId, Model model) {
		model.addAttribute("letter", this.letters.find(letterId).orElseThrow(NotFound::new));
		return "mail/courrier-letter";
	}

}
