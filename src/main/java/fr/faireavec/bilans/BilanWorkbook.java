package fr.faireavec.bilans;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import fr.faireavec.web.WorkbookFile;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A bilan as a spreadsheet with a sheet for each of its tables. */
@Component
class BilanWorkbook {

	private final BilanWords words;

	private final boolean demo;

	BilanWorkbook(BilanWords words, @Value("${faireavec.demo:false}") boolean demo) {
		this.words = words;
		this.demo = demo;
	}

	byte[] write(Edition edition) {
		WorkbookFile file = new WorkbookFile(named(edition));
		List<Line> lines = edition.lines(this.words);
		sheet(file, edition, "figures", List.of("code", "figure", "value", "unit", "numerator", "denominator",
				"planned", "gap", "why", "note", "territory", "territory.parts", "before", "before.parts"), lines,
				this::figure);
		sheet(file, edition, "story", List.of("section", "text"), edition.told(), BilanWorkbook::told);
		sheet(file, edition, "days", List.of("rank", "title", "date", "state", "present", "active"),
				edition.figures().sessions().days(), this::day);
		sheet(file, edition, "actions", List.of("structure", "title", "state", "theme", "level", "beyond", "startsOn",
				"endsOn", "reached", "involved", "contributed", "volunteer", "amount", "learning"), edition.actions(),
				this::action);
		sheet(file, edition, "funders",
				List.of("funder", "convention", "amount.granted", "startsOn", "endsOn", "mention"), edition.targets(),
				BilanWorkbook::funder);
		sheet(file, edition, "rules", List.of("code", "figure", "rule"), Rules.of(this.words, lines, edition.formula()),
				BilanWorkbook::rule);
		sheet(file, edition, "about", List.of("fact", "fact.value"), BilanAbout.of(this.words, edition),
				BilanWorkbook::fact);
		return file.bytes();
	}

	private <T> void sheet(WorkbookFile file, Edition edition, String key, List<String> headers, List<T> rows,
			Function<T, List<@Nullable Object>> cells) {
		String name = this.words.say("sheet." + key);
		file.sheet(name, this.words.say("sheet." + key + ".table"),
				this.words.say("sheet.heading", name, named(edition)),
				headers.stream().map((header) -> this.words.say("csv." + header)).toList(),
				rows.stream().map(cells).toList());
	}

	/** What it is, and whether it is only a demonstration. */
	private String named(Edition edition) {
		String title = BilanAbout.title(this.words, edition);
		return this.demo ? this.words.say("sheet.demo", title) : title;
	}

	private List<@Nullable Object> figure(Line line) {
		Rate rate = line.rate();
		return cells(line.code(), line.label(), typed(line.plain()), line.unit(),
				(rate != null) ? rate.numerator() : null, (rate != null) ? rate.denominator() : null,
				typed(line.planned()), typed(line.plainGap()), line.why(), line.note(), typed(line.territory().plain()),
				line.territory().parts(), typed(line.before().plain()), line.before().parts());
	}

	private static List<@Nullable Object> told(Told told) {
		return cells(told.title(), told.prose().text());
	}

	private List<@Nullable Object> day(Figures.Day day) {
		return cells(day.rank(), day.title(), day.date(), this.words.known("sessions.state", day.state()),
				day.counted() ? day.present() : null, day.counted() ? day.active() : null);
	}

	private List<@Nullable Object> action(ActionLine line) {
		return cells(line.structure(), line.title(), this.words.known("bilans.state", line.state()), line.theme(),
				line.level(), (line.level() != null) ? this.words.say(line.beyond() ? "csv.yes" : "csv.no") : null,
				line.startsOn(), line.endsOn(), line.reached(), line.involved(), line.contributed(), line.volunteer(),
				line.amount(), line.learning());
	}

	private static List<@Nullable Object> funder(Figures.Target target) {
		return cells(target.funder(), target.number(), target.amount(), target.startsOn(), target.endsOn(),
				target.mention());
	}

	private static List<@Nullable Object> rule(Rules.Rule rule) {
		return cells(rule.code(), rule.title(), rule.text());
	}

	private static List<@Nullable Object> fact(BilanAbout.Fact fact) {
		return cells(fact.label(), fact.value());
	}

	/** A number where it is one and nothing else. */
	private static Object typed(String plain) {
		String digits = plain.replace("\u202f", "");
		return digits.matches("-?[0-9]+(,[0-9]+)?") ? new BigDecimal(digits.replace(',', '.')) : plain;
	}

	private static List<@Nullable Object> cells(@Nullable Object... cells) {
		List<@Nullable Object> row = new ArrayList<>();
		for (@Nullable
		Object cell : cells) {
			row.add(cell);
		}
		return row;
	}

}
