package fr.faireavec.sheets;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.faireavec.attendance.Register;
import fr.faireavec.documents.Documents;
import fr.faireavec.documents.Printable;
import fr.faireavec.documents.Printed;
import fr.faireavec.documents.QrCode;
import fr.faireavec.kernel.BaseUrl;
import fr.faireavec.sheets.BlankPage.Row;

import org.springframework.stereotype.Component;

/**
 * Lays out the sheet of a day: everybody expected, by structure, and room for others.
 * Each page has its own square, so that a photo of it is known.
 */
@Component
class BlankPrinting {

	/** The height of a row, and what a page leaves for rows, in millimetres. */
	static final double ROW = 8.7;

	private static final double PAGE = 268;

	private static final double FIRST_HEAD = 57;

	private static final double NEXT_HEAD = 36;

	private static final double FOOT = 42;

	private static final double LOGOS = 13;

	private static final int FEWEST_BLANKS = 2;

	private static final int MOST_TRIES = 6;

	private final Documents documents;

	private final SheetWords words;

	private final BaseUrl base;

	BlankPrinting(Documents documents, SheetWords words, BaseUrl base) {
		this.documents = documents;
		this.words = words;
		this.base = base;
	}

	/**
	 * Prints it. How high a page's heading is depends on its words: where a page was too
	 * full, all is laid out anew with less on each.
	 */
	byte[] print(Register register, Heading heading, String slug) {
		List<Row> rows = rows(register);
		for (int tight = 0;; tight++) {
			List<BlankPage> pages = pages(rows, tight, heading.pictures().isEmpty() ? FOOT : FOOT + LOGOS, slug,
					register.rank());
			Printed printed = this.documents
				.print(new Printable("sheets/blank", this.words.say("blank.title", register.rank()),
						this.words.say("blank.about", register.rank(), heading.parcours()),
						Map.of("register", register, "heading", heading, "pages", pages), heading.pictures()));
			if (printed.pages() == pages.size() || tight == MOST_TRIES) {
				return printed.file();
			}
		}
	}

	/** One row a person, whatever the half-day; then the guests already known. */
	private static List<Row> rows(Register register) {
		Map<UUID, Row> people = new LinkedHashMap<>();
		register.sheets()
			.stream()
			.flatMap((sheet) -> sheet.lines().stream())
			.forEach((line) -> people.putIfAbsent(line.personId(), new Row(
					line.structures().stream().map(Register.StandsFor::structure).collect(Collectors.joining(", ")),
					line.name(), line.structures().isEmpty() ? null : line.structures().getFirst().role())));
		return Stream
			.concat(people.values().stream(),
					register.guests().stream().map((guest) -> new Row(guest.organisation(), guest.name(), null)))
			.toList();
	}

	private List<BlankPage> pages(List<Row> rows, int tight, double foot, String slug, int rank) {
		List<List<Row>> pages = new ArrayList<>();
		List<Row> page = new ArrayList<>();
		double room = room(true, tight);
		for (Row row : rows) {
			if (room < row.height()) {
				pages.add(page);
				page = new ArrayList<>();
				room = room(false, tight);
			}
			page.add(row);
			room -= row.height();
		}
		pages.add(page);
		int blanks = (int) Math.floor((room - foot) / ROW);
		if (blanks < FEWEST_BLANKS) {
			pages.add(new ArrayList<>());
			blanks = (int) Math.floor((room(false, tight) - foot) / ROW);
		}
		List<BlankPage> numbered = new ArrayList<>();
		for (int i = 0; i < pages.size(); i++) {
			boolean last = i == pages.size() - 1;
			numbered.add(new BlankPage(i + 1, pages.size(), List.copyOf(pages.get(i)), last ? blanks : 0,
					QrCode.of(this.base.of(new PageCode(slug, rank, i + 1, pages.size()).path()))));
		}
		return numbered;
	}

	private static double room(boolean first, int tight) {
		return PAGE - (first ? FIRST_HEAD : NEXT_HEAD) - tight * 2 * ROW;
	}

}
