package fr.faireavec.bilans;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** What a version says otherwise than the one before it, to whoever reads both so far. */
@Component
public class Differences {

	private final BilanWords words;

	Differences(BilanWords words) {
		this.words = words;
	}

	/** Nothing when they say the same. */
	public List<Difference> between(BilanDocument former, BilanDocument later, Extent before, Extent now) {
		List<Difference> found = new ArrayList<>();
		compare(found, this.words.say("differs.kind"), this.words.say("kind." + former.kind()),
				this.words.say("kind." + later.kind()));
		compare(found, this.words.say("differs.period"), period(former.figures()), period(later.figures()));
		compare(found, this.words.say("differs.formula"), Integer.toString(former.formula()),
				Integer.toString(later.formula()));
		if (!isBeside(former, later)) {
			figures(found, lines(former, before), lines(later, now));
		}
		told(found, Told.of(this.words, former), Told.of(this.words, later));
		actions(found, before.actions(former.actions()), now.actions(later.actions()));
		return found;
	}

	/** Whether each figure of the later one already says what it was in the former. */
	private static boolean isBeside(BilanDocument former, BilanDocument later) {
		Figures.Former known = later.figures().former();
		return known != null && known.version() == former.number();
	}

	/** Which parts of what is told came, went, or are said otherwise. */
	private void told(List<Difference> found, List<Told> former, List<Told> later) {
		Map<String, String> before = new LinkedHashMap<>();
		former.forEach((told) -> before.put(told.title(), told.prose().text()));
		for (Told told : later) {
			String then = before.remove(told.title());
			if (!told.prose().text().equals(then)) {
				found.add(new Difference(told.title(), "", this.words.say("differs.written")));
			}
		}
		before.keySet().forEach((title) -> found.add(new Difference(title, "", this.words.say("differs.none"))));
	}

	private void figures(List<Difference> found, Map<String, Line> former, Map<String, Line> later) {
		Set<String> labels = new LinkedHashSet<>(later.keySet());
		labels.addAll(former.keySet());
		for (String label : labels) {
			Line before = former.get(label);
			Line now = later.get(label);
			boolean there = isThere(before) && isThere(now);
			compare(found, label, shown(before, there), shown(now, there));
		}
	}

	/** An action is the same while its structure and its title are. */
	private void actions(List<Difference> found, List<ActionLine> former, List<ActionLine> later) {
		Map<String, ActionLine> before = byName(former);
		Map<String, ActionLine> now = byName(later);
		now.forEach((name, line) -> {
			ActionLine then = before.get(name);
			if (then == null) {
				found.add(new Difference(name, "", this.words.say("differs.actionAdded")));
			}
			else if (!then.equals(line)) {
				found.add(new Difference(name, "", this.words.say("differs.actionChanged")));
			}
		});
		before.forEach((name, line) -> {
			if (!now.containsKey(name)) {
				found.add(new Difference(name, "", this.words.say("differs.actionGone")));
			}
		});
	}

	private Map<String, ActionLine> byName(List<ActionLine> actions) {
		Map<String, ActionLine> named = new LinkedHashMap<>();
		actions.forEach((line) -> named.put(this.words.say("differs.action", line.title(), line.structure()), line));
		return named;
	}

	private Map<String, Line> lines(BilanDocument document, Extent extent) {
		Map<String, Line> lines = new LinkedHashMap<>();
		FigureLines.of(this.words, document.figures(), extent.targets(document.figures()), document.synthesis())
			.forEach((line) -> lines.put(line.label(), line));
		return lines;
	}

	private static boolean isThere(@Nullable Line line) {
		return line != null && !line.territory().equals(Beside.NONE);
	}

	/**
	 * With its parts, as a rate may stay while they change, what was planned, and what it
	 * is for a territory where both versions tell it.
	 */
	private String shown(@Nullable Line line, boolean there) {
		if (line == null) {
			return this.words.say("differs.none");
		}
		Rate rate = line.rate();
		String parts = (rate == null) ? "" : this.words.say("differs.parts",
				this.words.say("parts", this.words.number(rate.numerator()), this.words.number(rate.denominator())));
		String planned = line.planned().isEmpty() ? ""
				: this.words.say("differs.parts", this.words.say("planned", line.planned()));
		String territory = there
				? this.words.say("differs.parts", this.words.say("territory.short", line.territory().shown())) : "";
		return line.shown() + parts + planned + territory;
	}

	private String period(Figures figures) {
		return this.words.say("period", this.words.french().date(figures.from()),
				this.words.french().date(figures.to()));
	}

	private static void compare(List<Difference> found, String what, String former, String later) {
		if (!former.equals(later)) {
			found.add(new Difference(what, former, later));
		}
	}

	/**
	 * One thing that differs.
	 *
	 * @param former what it was; empty where it is not said
	 */
	public record Difference(String what, String former, String later) {
	}

}
