package fr.faireavec.admin.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.admin.LetterResending;
import fr.faireavec.admin.LetterRows;
import fr.faireavec.kernel.Refusal;
import fr.faireavec.mail.LetterWords;
import fr.faireavec.mail.MailLog;
import fr.faireavec.mail.StrayReports;
import fr.faireavec.web.Flash;
import fr.faireavec.web.Option;
import fr.faireavec.web.PageOf;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administration's letters: what waits, what died and why, what was sent. */
@Controller
class LettersController {

	private static final int PAGE = 30;

	private static final int LONGEST = 254;

	/** The word of the address, and the states it stands for. */
	private static final Map<String, List<String>> SORTS = Map.of("attente", List.of("WAITING", "IN_PROCESS", "RETRY"),
			"mortes", List.of("DEAD"), "envoyees", List.of("SENT"), "sans-objet", List.of("OBSOLETE"));

	private static final List<String> ALL = SORTS.values().stream().flatMap(List::stream).sorted().toList();

	private final LetterRows rows;

	private final LetterResending resending;

	private final LetterWords words;

	private final MailLog log;

	private final StrayReports strays;

	LettersController(LetterRows rows, LetterResending resending, LetterWords words, MailLog log, StrayReports strays) {
		this.rows = rows;
		this.resending = resending;
		this.words = words;
		this.log = log;
		this.strays = strays;
	}

	@GetMapping("/administration/courriers")
	String list(Viewer viewer, @RequestParam(defaultValue = "") String etat,
			@RequestParam(defaultValue = "") String sorte, @RequestParam(defaultValue = "") String texte,
			@RequestParam(defaultValue = "1") int page, Model model) {
		String text = texte.strip().replace("\0", "");
		LetterRows.Filter filter = new LetterRows.Filter(SORTS.getOrDefault(etat, ALL), sorte.replace("\0", ""),
				text.substring(0, Math.min(text.length(), LONGEST)));
		long total = this.rows.count(filter);
		int number = Math.clamp(page, 1, (int) Math.max(1, (total + PAGE - 1) / PAGE));
		List<LetterLine> lines = this.rows.matching(filter, (number - 1) * PAGE, PAGE)
			.stream()
			.map((row) -> new LetterLine(row, this.words.kind(row.kind())))
			.toList();
		model.addAttribute("page", new PageOf<>(lines, number, PAGE, total));
		model.addAttribute("standing", this.rows.standing());
		model.addAttribute("strays", this.strays.latest());
		model.addAttribute("sending", this.log.isSending());
		model.addAttribute("etat", etat);
		model.addAttribute("sorte", sorte);
		model.addAttribute("texte", filter.text());
		model.addAttribute("filtered", !(etat.isEmpty() && sorte.isEmpty() && filter.text().isEmpty()));
		model.addAttribute("states", List.of("attente", "mortes", "envoyees", "sans-objet"));
		model.addAttribute("kinds",
				this.rows.kinds().stream().map((kind) -> new Option(kind, this.words.kind(kind))).toList());
		return "admin/letters";
	}

	@PostMapping("/administration/courriers/{letterId}/renvoi")
	String resend(Viewer viewer, @PathVariable UUID letterId, RedirectAttributes redirect) {
		redirect.addFlashAttribute("flash", resent(letterId));
		return "redirect:/administration/courriers";
	}

	private Flash resent(UUID letterId) {
		try {
			return Flash.done("admin.letters.resent", this.resending.resend(letterId));
		}
		catch (Refusal already) {
			return Flash.note(already.messageKey(), already.args());
		}
	}

	/** A letter and what its kind is called. */
	record LetterLine(LetterRows.Row row, String kind) {

		public String style() {
			return switch (this.row.state()) {
				case "SENT" -> (this.row.bounced() != null) ? "coral" : "brand";
				case "DEAD" -> "coral";
				case "OBSOLETE" -> "";
				default -> "sun";
			};
		}

	}

}
