package fr.faireavec.bilans;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import fr.faireavec.web.SpreadsheetFile;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A bilan, line by line, for any spreadsheet. */
@Component
class BilanCsv {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private final BilanWords words;

	private final String banner;

	BilanCsv(BilanWords words, @Value("${faireavec.demo:false}") boolean demo) {
		this.words = words;
		this.banner = demo ? words.say("csv.demo") : "";
	}

	byte[] figures(Edition edition) {
		SpreadsheetFile file = new SpreadsheetFile(this.banner,
				head("code", "figure", "value", "unit", "numerator", "denominator", "planned", "gap", "why", "note",
						"rule", "territory", "territory.parts", "before", "before.parts"));
		BilanAbout.of(this.words, edition).forEach((fact) -> file.row("", fact.label(), fact.value()));
		edition.told().forEach((told) -> file.row("", told.title(), told.prose().text()));
		for (Line line : edition.lines(this.words)) {
			file.row(line.code(), line.label(), line.plain(), line.unit(),
					(line.rate() != null) ? Long.toString(line.rate().numerator()) : "",
					(line.rate() != null) ? Long.toString(line.rate().denominator()) : "", line.planned(),
					line.plainGap(), line.why(), line.note(), this.words.known("bilans.rule", line.code()),
					line.territory().plain(), line.territory().parts(), line.before().plain(), line.before().parts());
		}
		return file.bytes();
	}

	byte[] actions(List<ActionLine> actions, List<Bilan.Redaction> redactions) {
		SpreadsheetFile file = new SpreadsheetFile(this.banner,
				head("structure", "title", "state", "theme", "level", "beyond", "startsOn", "endsOn", "reached",
						"involved", "contributed", "volunteer", "amount", "learning", "shared"));
		for (ActionLine line : actions) {
			file.row(line.structure(), line.title(), this.words.known("bilans.state", line.state()), text(line.theme()),
					text(line.level()), (line.level() != null) ? yesOrNo(line.beyond()) : "", day(line.startsOn()),
					day(line.endsOn()), plain(line.reached()), plain(line.involved()), plain(line.contributed()),
					plain(line.volunteer()), plain(line.amount()), line.learning(), yesOrNo(line.shared()));
		}
		redactions
			.forEach((redaction) -> file.row(this.words.say("redacted", this.words.french().moment(redaction.at()))));
		return file.bytes();
	}

	private String[] head(String... keys) {
		String[] headers = new String[keys.length];
		for (int i = 0; i < keys.length; i++) {
			headers[i] = this.words.say("csv." + keys[i]);
		}
		return headers;
	}

	private String yesOrNo(boolean yes) {
		return this.words.say(yes ? "csv.yes" : "csv.no");
	}

	static String day(@Nullable LocalDate day) {
		return (day != null) ? DAY.format(day) : "";
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static String plain(@Nullable Number number) {
		return (number != null) ? FigureLines.plain(number) : "";
	}

}
