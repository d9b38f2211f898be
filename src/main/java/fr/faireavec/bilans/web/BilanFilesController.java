package fr.faireavec.bilans.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import fr.faireavec.bilans.ActionLine;
import fr.faireavec.bilans.Bilan;
import fr.faireavec.bilans.BilanDocument;
import fr.faireavec.bilans.BilanFigures;
import fr.faireavec.bilans.Bilans;
import fr.faireavec.bilans.Figures;
import fr.faireavec.bilans.Period;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.web.SpreadsheetFile;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The bilan as files for a spreadsheet. Funders have what was published; the animation
 * also what is live.
 */
@Controller
class BilanFilesController {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private final BilanFigures figures;

	private final Bilans bilans;

	private final BilanWords words;

	private final String banner;

	BilanFilesController(BilanFigures figures, Bilans bilans, BilanWords words,
			@Value("${faireavec.demo:false}") boolean demo) {
		this.figures = figures;
		this.bilans = bilans;
		this.words = words;
		this.banner = demo ? words.say("csv.demo") : "";
	}

	@GetMapping("/parcours/{slug}/bilan.csv")
	ResponseEntity<byte[]> figures(Seat seat, @RequestParam(required = false) @Nullable Integer version,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		SpreadsheetFile file = new SpreadsheetFile(this.banner,
				head("code", "figure", "value", "unit", "numerator", "denominator", "planned", "note"));
		if (isLive(seat, version)) {
			Period period = period(seat, from, to);
			Figures live = this.figures.of(seat.parcours().getId(), period.from(), period.to());
			about(file, "parcours", seat.parcours().getName());
			about(file, "version", this.words.say("csv.live"));
			write(file, live, live.targets());
			return file.named("bilan-" + seat.parcours().getSlug() + "-apercu");
		}
		Bilan bilan = OpenBilan.by(seat, version, this.bilans);
		BilanDocument document = bilan.document();
		about(file, "parcours", document.parcours());
		about(file, "version", this.words.say("csv.version", Integer.toString(bilan.number()),
				this.words.say("kind." + document.kind()), this.words.french().moment(document.publishedAt())));
		about(file, "sha256", bilan.sha256());
		bilan.redactions()
			.forEach((redaction) -> about(file, "redacted", this.words.say("csv.redacted",
					this.words.french().moment(redaction.at()), redaction.formerSha256())));
		write(file, document.figures(), OpenBilan.targets(seat, document.figures()));
		return file.named("bilan-" + seat.parcours().getSlug() + "-version-" + bilan.number());
	}

	@GetMapping("/parcours/{slug}/bilan/actions.csv")
	ResponseEntity<byte[]> actions(Seat seat, @RequestParam(required = false) @Nullable Integer version,
			@RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		SpreadsheetFile file = new SpreadsheetFile(this.banner,
				head("structure", "title", "state", "theme", "level", "beyond", "startsOn", "endsOn", "reached",
						"involved", "contributed", "volunteer", "amount", "learning", "shared"));
		if (isLive(seat, version)) {
			Period period = period(seat, from, to);
			write(file, this.figures.live(seat.parcours().getId(), period.from(), period.to()).actions());
			return file.named("actions-" + seat.parcours().getSlug() + "-apercu");
		}
		if (seat instanceof Seat.Piloting) {
			throw new NotFound();
		}
		Bilan bilan = OpenBilan.by(seat, version, this.bilans);
		write(file, bilan.document().actions());
		bilan.redactions()
			.forEach((redaction) -> file.row(this.words.say("redacted", this.words.french().moment(redaction.at()))));
		return file.named("actions-" + seat.parcours().getSlug() + "-version-" + bilan.number());
	}

	private static boolean isLive(Seat seat, @Nullable Integer version) {
		return seat instanceof Seat.Running && version == null;
	}

	private static Period period(Seat seat, @Nullable LocalDate from, @Nullable LocalDate to) {
		return new Period((from != null) ? from : seat.parcours().getStartsOn(),
				(to != null) ? to : seat.parcours().getEndsOn());
	}

	private String[] head(String... keys) {
		String[] headers = new String[keys.length];
		for (int i = 0; i < keys.length; i++) {
			headers[i] = this.words.say("csv." + keys[i]);
		}
		return headers;
	}

	private void about(SpreadsheetFile file, String key, String value) {
		file.row("", this.words.say("csv.about." + key), value);
	}

	private void write(SpreadsheetFile file, Figures figures, List<Figures.Target> targets) {
		file.row("", this.words.say("csv.about.period"),
				this.words.say("csv.period", day(figures.from()), day(figures.to())));
		for (Line line : FigureLines.of(this.words, figures, targets)) {
			file.row(line.code(), line.label(), line.plain(), line.unit(),
					(line.rate() != null) ? Long.toString(line.rate().numerator()) : "",
					(line.rate() != null) ? Long.toString(line.rate().denominator()) : "", line.planned(), line.note());
		}
	}

	private void write(SpreadsheetFile file, List<ActionLine> actions) {
		for (ActionLine line : actions) {
			file.row(line.structure(), line.title(), this.words.known("bilans.state", line.state()), text(line.theme()),
					text(line.level()), (line.level() != null) ? yesOrNo(line.beyond()) : "", day(line.startsOn()),
					day(line.endsOn()), plain(line.reached()), plain(line.involved()), plain(line.contributed()),
					plain(line.volunteer()), plain(line.amount()), line.learning(), yesOrNo(line.shared()));
		}
	}

	private String yesOrNo(boolean yes) {
		return this.words.say(yes ? "csv.yes" : "csv.no");
	}

	private static String day(@Nullable LocalDate day) {
		return (day != null) ? DAY.format(day) : "";
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private static String plain(@Nullable Number number) {
		return (number != null) ? FigureLines.plain(number) : "";
	}

}
