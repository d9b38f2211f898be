package fr.faireavec.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import fr.faireavec.imports.TypedTable.Line;
import fr.faireavec.kernel.Refusal;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/**
 * The table somebody sent: at most 2 MB and 500 lines of text, whatever the spreadsheet
 * that wrote it.
 */
public final class CohortFile {

	/** What a file may weigh. */
	public static final int MOST_BYTES = 2 * 1024 * 1024;

	/** How many structures it may hold. */
	public static final int MOST_LINES = 500;

	/** Far more columns than any list of structures has. */
	public static final int MOST_COLUMNS = 200;

	private final TypedTable table;

	private final Headings headings;

	private final List<Row> rows;

	private CohortFile(TypedTable table, Headings headings, List<Row> rows) {
		this.table = table;
		this.headings = headings;
		this.rows = rows;
	}

	/**
	 * The text of a file, whichever spreadsheet wrote it; of a workbook (.xlsx) that of
	 * its first sheet.
	 * @throws Refusal when it is empty, too heavy, an older workbook or no text at all
	 */
	public static String decode(byte[] bytes) {
		if (bytes.length == 0) {
			throw Refusal.of("file", "imports.file.empty");
		}
		if (bytes.length > MOST_BYTES) {
			throw Refusal.of("file", "imports.file.tooHeavy");
		}
		if (FileText.starts(bytes, 'P', 'K', 3, 4)) {
			return notBlank(TypedTable.inTurn(() -> WorkbookText.of(bytes)));
		}
		if (FileText.starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
			throw Refusal.of("file", "imports.file.workbook");
		}
		String text = FileText.of(bytes);
		if (text == null) {
			throw Refusal.of("file", "imports.file.binary");
		}
		return notBlank(text).replace("\r\n", "\n").replace('\r', '\n');
	}

	private static String notBlank(String text) {
		if (text.isBlank()) {
			throw Refusal.of("file", "imports.file.empty");
		}
		return text;
	}

	/**
	 * Reads a decoded text.
	 * @throws Refusal when its headings or its quotes cannot be read, or it holds no line
	 * or too many of them, of columns or of cells: counted before anything is read; or
	 * when too many others have one read
	 */
	public static CohortFile read(String text) {
		return TypedTable.inTurn(() -> of(TypedTable.of(text, Headings::recognised)));
	}

	private static CohortFile of(TypedTable table) {
		Headings headings = headings(table.lines());
		List<Row> rows = table.lines()
			.stream()
			.skip(headings.below())
			.map((line) -> new Row(line.number(), line.cells(), headings.width()))
			.toList();
		if (rows.isEmpty()) {
			throw Refusal.of("file", "imports.file.noLine");
		}
		if (rows.size() > MOST_LINES) {
			throw Refusal.of("file", "imports.file.tooManyLines", rows.size(), MOST_LINES);
		}
		return new CohortFile(table, headings, rows);
	}

	/** Headings that say nothing to us: their cells are left aside. */
	public List<String> ignoredColumns() {
		return this.headings.columns().ignored();
	}

	/** What stands above the headings, such as a title: left aside too. */
	public List<String> ignoredLines() {
		return this.headings.above();
	}

	/**
	 * What one line says, in its order: under the columns we know, and past the last
	 * heading.
	 */
	public List<Cell> cells(int line) {
		Map<Integer, Column> known = new TreeMap<>();
		this.headings.columns().places().forEach((column, place) -> known.put(place, column));
		return this.rows.stream().filter((row) -> row.line() == line).flatMap((row) -> {
			int end = Math.max(this.headings.width(), row.cells().size());
			return IntStream.range(0, end)
				.filter((place) -> known.containsKey(place) || place >= this.headings.width())
				.mapToObj((place) -> new Cell(line, place, known.get(place), row.cell(place)));
		}).toList();
	}

	/**
	 * The same table, some of its cells said otherwise and some of its lines left out;
	 * every other line keeps its number.
	 * @param said by {@link Cell#key()}
	 */
	public String corrected(Map<String, String> said, Set<Integer> leftOut) {
		StringBuilder text = new StringBuilder(this.table.tells() ? "sep=" + this.table.separator() : "");
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(this.table.separator())
			.setRecordSeparator("")
			.get();
		int at = 1;
		for (Line line : this.table.lines()) {
			if (leftOut.contains(line.number())) {
				continue;
			}
			for (; at < line.number(); at++) {
				text.append('\n');
			}
			String written = format.format(corrected(line, said).toArray());
			text.append(written);
			at += (int) written.chars().filter((c) -> c == '\n').count();
		}
		return text.append('\n').toString();
	}

	private List<String> corrected(Line line, Map<String, String> said) {
		List<String> cells = new ArrayList<>(line.cells());
		cells(line.number()).forEach((cell) -> {
			String now = said.get(cell.key());
			while (now != null && cells.size() <= cell.place()) {
				cells.add("");
			}
			if (now != null) {
				cells.set(cell.place(), now);
			}
		});
		return cells;
	}

	boolean has(Column column) {
		return this.headings.columns().places().containsKey(column);
	}

	/** Whether a column of whole names says the family name first. */
	boolean isFamilyFirst(Column column) {
		return this.headings.columns().familyFirst().contains(column);
	}

	List<Row> rows() {
		return this.rows;
	}

	/** As it was typed; empty when the file has no such column. */
	String cell(Row row, Column column) {
		Integer place = this.headings.columns().places().get(column);
		return (place != null) ? row.cell(place) : "";
	}

	private static Headings headings(List<Line> lines) {
		try {
			return Headings.of(lines.stream().limit(Headings.AMONG).map(Line::cells).toList());
		}
		catch (Refusal refusal) {
			throw Refusal.of("file", refusal.messageKey(), refusal.args());
		}
	}

	/**
	 * One cell of a line.
	 *
	 * @param column null past the last heading
	 */
	public record Cell(int line, int place, @Nullable Column column, String typed) {

		/** How a form names it: « line-place ». */
		public String key() {
			return this.line + "-" + this.place;
		}

	}

	/** One structure's line; {@code line} is where it starts in the file. */
	record Row(int line, List<String> cells, int headings) {

		String cell(int place) {
			return (place < this.cells.size()) ? this.cells.get(place) : "";
		}

		/** Something stands to the right of the last heading: a separator too many. */
		boolean overflows() {
			return this.cells.stream().skip(this.headings).anyMatch((cell) -> !cell.isBlank());
		}

	}

}
