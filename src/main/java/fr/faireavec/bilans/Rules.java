package fr.faireavec.bilans;

import java.util.ArrayList;
import java.util.List;

/** « Comment lire »: of each figure, how it is made. */
public final class Rules {

	/** Until then a half-day counted whole, whoever came late. */
	private static final int WHOLE_HALF_DAYS = 1;

	private Rules() {
	}

	/** Those of the figures of these lines, in their order. */
	static List<Rule> of(BilanWords words, List<Line> lines, int formula) {
		List<Rule> rules = new ArrayList<>();
		if (lines.stream().anyMatch((line) -> !line.territory().equals(Beside.NONE))) {
			rules.add(new Rule("T", words.say("territory"), words.say("rule.territory")));
		}
		if (lines.stream().anyMatch((line) -> !line.before().equals(Beside.NONE))) {
			rules.add(new Rule("P", words.say("before"), words.say("rule.before")));
		}
		lines.stream()
			.map(Line::code)
			.distinct()
			.forEach((code) -> rules
				.add(new Rule(code, words.say("rule." + code + ".title"), words.say(key(code, formula)))));
		return rules;
	}

	private static String key(String code, int formula) {
		return ("F9".equals(code) && formula <= WHOLE_HALF_DAYS) ? "rule.F9.whole" : "rule." + code;
	}

	/** One figure and its rule. */
	public record Rule(String code, String title, String text) {
	}

}
