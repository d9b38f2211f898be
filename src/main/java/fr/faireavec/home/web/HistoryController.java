package fr.faireavec.home.web;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import fr.faireavec.audit.AuditTrail;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.PageOf;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who did what in a parcours, for its animation. */
@Controller
class HistoryController {

	private static final int PAGE = 30;

	private final AuditTrail trail;

	private final Words words;

	private final HistoryValues values;

	HistoryController(AuditTrail trail, Words words, HistoryValues values) {
		this.trail = trail;
		this.values = values;
		this.words = words;
	}

	@GetMapping("/parcours/{slug}/historique")
	String history(Seat.Running seat, @RequestParam(defaultValue = "1") int page, Model model) {
		long total = this.trail.countOfParcours(seat.parcours().getId());
		int last = (int) Math.max(1, (total + PAGE - 1) / PAGE);
		int number = Math.clamp(page, 1, last);
		List<AuditTrail.Entry> entries = this.trail.ofParcours(seat.parcours().getId(), (number - 1) * PAGE, PAGE);
		UnaryOperator<String> inWords = this.values.of(entries);
		List<Line> lines = entries.stream().map((entry) -> line(entry, inWords)).toList();
		model.addAttribute("lines", new PageOf<>(lines, number, PAGE, total));
		return "home/history";
	}

	private Line line(AuditTrail.Entry entry, UnaryOperator<String> inWords) {
		return new Line(this.words.french().moment(entry.at()),
				(entry.actor() != null) ? entry.actor() : this.words.say("home.history.application"),
				this.words.say("history." + entry.what(), entry.label()),
				entry.changes().entrySet().stream().map((change) -> detail(change, inWords)).toList());
	}

	private String detail(Map.Entry<String, List<@Nullable String>> change, UnaryOperator<String> inWords) {
		String field = this.words.say("history.field." + change.getKey());
		String before = spoken(change.getValue().getFirst(), inWords);
		String after = spoken(change.getValue().getLast(), inWords);
		if (before == null) {
			return this.words.say("home.history.set", field, shown(after));
		}
		return (after == null) ? this.words.say("home.history.removed", field, before)
				: this.words.say("home.history.changed", field, before, after);
	}

	private static @Nullable String spoken(@Nullable String value, UnaryOperator<String> inWords) {
		return (value != null) ? inWords.apply(value) : null;
	}

	private static String shown(@Nullable String text) {
		return (text != null) ? text : "";
	}

	/** One thing that happened. */
	public record Line(String when, String who, String what, List<String> details) {
	}

}
