package fr.faireavec.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

import fr.faireavec.kernel.Refusal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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

	/** What is read in one go: leaves room for a spreadsheet's empty lines. */
	private static final int MOST_CELLS = 100_000;

	private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

	private static final String BOM = "\uFEFF";

	private final Columns columns;

	private final List<Row> rows;

	private CohortFile(Columns columns, List<Row> rows) {
		this.columns = columns;
		this.rows = rows;
	}

	/**
	 * The text of a file: UTF-8, else UTF-16 when it says so, else Windows-1252.
	 * @throws Refusal when it is empty, too heavy, a workbook or no text at all
	 */
	public static String decode(byte[] bytes) {
		if (bytes.length == 0) {
			throw Refusal.of("file", "imports.file.empty");
		}
		if (bytes.length > MOST_BYTES) {
			throw Refusal.of("file", "imports.file.tooHeavy");
		}
		if (starts(bytes, 'P', 'K', 3, 4) || starts(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
			throw Refusal.of("file", "imports.file.workbook");
		}
		boolean wide = starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF);
		String text = wide ? strictly(bytes, StandardCharsets.UTF_16) : strictly(bytes, StandardCharsets.UTF_8);
		if (text == null && !wide) {
			text = strictly(bytes, Charset.forName("windows-1252"));
		}
		if (text == null || text.indexOf('\0') >= 0) {
			throw Refusal.of("file", "imports.file.binary");
		}
		String plain = text.startsWith(BOM) ? text.substring(1) : text;
		if (plain.isBlank()) {
			throw Refusal.of("file", "imports.file.empty");
		}
		return plain.replace("\r\n", "\n").replace('\r', '\n');
	}

	/**
	 * Reads a decoded text.
	 * @throws Refusal when its headings or its quotes cannot be read, or it holds no line
	 * or too many of them, of columns or of cells: counted before anything is read
	 */
	public static CohortFile read(String text) {
		refuseEndless(text);
		List<Row> table = table(text, separator(text));
		if (table.isEmpty()) {
			throw Refusal.of("file", "imports.file.empty");
		}
		List<String> headings = table.getFirst().cells();
		if (headings.size() > MOST_COLUMNS) {
			throw Refusal.of("file", "imports.file.tooManyColumns", headings.size(), MOST_COLUMNS);
		}
		Columns columns = columns(headings);
		List<Row> rows = List.copyOf(table.subList(1, table.size()));
		if (rows.isEmpty()) {
			throw Refusal.of("file", "imports.file.noLine");
		}
		if (rows.size() > MOST_LINES) {
			throw Refusal.of("file", "imports.file.tooManyLines", rows.size(), MOST_LINES);
		}
		return new CohortFile(columns, rows);
	}

	/** Headings that say nothing to us: their cells are left aside. */
	public List<String> ignoredColumns() {
		return this.columns.ignored();
	}

	List<Row> rows() {
		return this.rows;
	}

	/** As it was typed; empty when the file has no such column. */
	String cell(Row row, Column column) {
		Integer place = this.columns.places().get(column);
		return (place != null) ? row.cell(place) : "";
	}

	private static void refuseEndless(String text) {
		for (char separator : SEPARATORS) {
			long cells = text.chars().filter((c) -> c == separator || c == '\n').count();
			if (cells > MOST_CELLS) {
				throw Refusal.of("file", "imports.file.tooManyCells", cells, MOST_CELLS);
			}
		}
	}

	private static Columns columns(List<String> headings) {
		try {
			return Columns.of(headings);
		}
		catch (Refusal refusal) {
			throw Refusal.of("file", refusal.messageKey(), refusal.args());
		}
	}

	private static char separator(String text) {
		return SEPARATORS.stream()
			.max(Comparator.comparingLong((separator) -> Columns.recognised(headings(text, separator))))
			.orElse(';');
	}

	private static List<String> headings(String text, char separator) {
		try (CSVParser parser = parser(text, separator)) {
			for (CSVRecord parsed : parser) {
				if (!isBlank(parsed)) {
					return parsed.toList();
				}
			}
		}
		catch (IOException | UncheckedIOException unreadable) {
			// Said when the whole is read.
		}
		return List.of();
	}

	private static List<Row> table(String text, char separator) {
		List<Row> rows = new ArrayList<>();
		int line = 1;
		int widest = 0;
		try (CSVParser parser = parser(text, separator)) {
			Iterator<CSVRecord> records = parser.iterator();
			while (records.hasNext()) {
				CSVRecord parsed = records.next();
				if (!isBlank(parsed)) {
					widest = rows.isEmpty() ? parsed.size() : widest;
					rows.add(new Row(line, parsed.toList(), widest));
				}
				line = (int) parser.getCurrentLineNumber() + 1;
			}
		}
		catch (IOException | UncheckedIOException unreadable) {
			throw Refusal.of("file", "imports.file.quotes", line);
		}
		return rows;
	}

	private static CSVParser parser(String text, char separator) throws IOException {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(separator)
			.setIgnoreEmptyLines(false)
			.setIgnoreSurroundingSpaces(true)
			.get();
		return CSVParser.parse(text, format);
	}

	private static boolean isBlank(CSVRecord parsed) {
		return parsed.stream().allMatch(String::isBlank);
	}

	private static @Nullable String strictly(byte[] bytes, Charset charset) {
		try {
			return charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString();
		}
		catch (CharacterCodingException other) {
			return null;
		}
	}

	private static boolean starts(byte[] bytes, int... signature) {
		if (bytes.length < signature.length) {
			return false;
		}
		for (int i = 0; i < signature.length; i++) {
			if ((bytes[i] & 0xFF) != signature[i]) {
				return false;
			}
		}
		return true;
	}

	/** One line with something in it; {@code line} is where it starts in the file. */
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
