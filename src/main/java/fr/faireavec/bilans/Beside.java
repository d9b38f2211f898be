package fr.faireavec.bilans;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What stands beside a figure: the same one of a territory, or of the period before. Of
 * several territories, each says which.
 *
 * @param shown as the page shows it; empty where nothing stands beside
 * @param parts of which it is made, « 2 sur 3 »; may be empty
 * @param plain as a spreadsheet reads it
 */
public record Beside(String shown, String parts, String plain) {

	static final Beside NONE = new Beside("", "", "");

	private static final String AND = "\u00a0· ";

	/** F3, and the guests: of nobody's territory. */
	private static boolean isCommon(Line line) {
		return "F3".equals(line.code()) || "guests".equals(line.key());
	}

	/** Puts beside each figure what it is for the territories of these conventions. */
	static List<Line> territories(BilanWords words, List<Line> lines, Figures figures, List<Figures.Target> targets) {
		List<Figures.Territory> read = read(figures, targets);
		if (read.isEmpty()) {
			return lines;
		}
		List<Map<String, Line>> theirs = read.stream().map((one) -> lines(words, one.figures())).toList();
		List<Line> shown = new ArrayList<>();
		for (Line line : lines) {
			List<Beside> each = new ArrayList<>();
			for (int i = 0; i < read.size(); i++) {
				Beside one = of(words, theirs.get(i).get(line.label()), line);
				each.add((read.size() == 1) ? one : one.named(words, read.get(i)));
			}
			String common = words.say("common");
			shown.add(line.inTerritory(isCommon(line) ? new Beside(common, "", common) : joined(each)));
		}
		return shown;
	}

	/** Puts beside each figure what it was in the period before. */
	static List<Line> before(BilanWords words, List<Line> lines, Figures figures) {
		Figures.Former former = figures.former();
		if (former == null) {
			return lines;
		}
		Map<String, Line> theirs = lines(words, former.figures());
		return lines.stream().map((line) -> line.after(was(words, theirs.get(line.label()), line))).toList();
	}

	/** A level may have been called otherwise: then nobody knows. */
	private static Beside was(BilanWords words, @Nullable Line theirs, Line line) {
		String unknown = words.say("nd");
		return (theirs == null && line.isOfScale()) ? new Beside(unknown, "", unknown) : of(words, theirs, line);
	}

	/** Those whose convention is among these. */
	static List<Figures.Territory> read(Figures figures, List<Figures.Target> targets) {
		return figures.territories()
			.stream()
			.filter((one) -> targets.stream().anyMatch((target) -> one.conventions().contains(target.conventionId())))
			.toList();
	}

	/** Whose territory it is, among these. */
	static String funders(Figures.Territory territory, List<Figures.Target> targets) {
		return targets.stream()
			.filter((target) -> territory.conventions().contains(target.conventionId()))
			.map(Figures.Target::funder)
			.distinct()
			.collect(Collectors.joining(", "));
	}

	/** « Nord (59), Pas-de-Calais (62) ». */
	static String departements(BilanWords words, Figures.Territory territory) {
		return territory.departements()
			.stream()
			.map((code) -> FigureLines.trait(words, "departement", code))
			.collect(Collectors.joining(", "));
	}

	private static Map<String, Line> lines(BilanWords words, Figures figures) {
		Map<String, Line> lines = new HashMap<>();
		FigureLines.of(words, figures, List.of(), Synthesis.NONE).forEach((line) -> lines.put(line.label(), line));
		return lines;
	}

	/** What is not counted there is none. */
	private static Beside of(BilanWords words, @Nullable Line theirs, Line line) {
		if (theirs == null) {
			return switch (line.unit()) {
				case "h" -> new Beside(words.french().duration(0), "", "0");
				case "€" -> new Beside(words.french().euros(0), "", "0,00");
				default -> new Beside(words.number(0), "", "0");
			};
		}
		Rate rate = theirs.rate();
		return new Beside(theirs.shown(),
				(rate == null) ? ""
						: words.say("parts", words.number(rate.numerator()), words.number(rate.denominator())),
				theirs.plain());
	}

	/** « 3 (59, 62) »: by its codes, as a column is narrow. */
	private Beside named(BilanWords words, Figures.Territory territory) {
		String whose = String.join(", ", territory.departements());
		return new Beside(words.say("planned.of", this.shown, whose),
				this.parts.isEmpty() ? "" : words.say("planned.of", this.parts, whose),
				words.say("planned.of", this.plain, whose));
	}

	private static Beside joined(List<Beside> each) {
		return new Beside(each.stream().map(Beside::shown).collect(Collectors.joining(AND)),
				each.stream().map(Beside::parts).filter((text) -> !text.isEmpty()).collect(Collectors.joining(AND)),
				each.stream().map(Beside::plain).collect(Collectors.joining(AND)));
	}

}
