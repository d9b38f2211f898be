package fr.faireavec.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.kernel.Refusal;
import fr.faireavec.kernel.Turns;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The text of a table cut in lines and cells, whatever separates them.
 *
 * @param tells whether a first line says which separator it is
 * @param lines those with something in them
 */
public record TypedTable(char separator, boolean tells, List<Line> lines) {

	/** Among how many first lines its headings are looked for. */
	public static final int BEGINNING = 20;

	/** What is read in one go: leaves room for a spreadsheet's empty lines. */
	static final int MOST_CELLS = 100_000;

	/** A first line that says nothing but which separator follows. */
	private static final Pattern TOLD = Pattern.compile("\"?sep=([;,\t|])\"?[;,\t|]*(?=\n|$)",
			Pattern.CASE_INSENSITIVE);

	private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

	// Cut in cells, a file takes a hundred times its weight.
	private static final Turns TURNS = new Turns(2, "imports.busy");

	/**
	 * Cuts a decoded text.
	 * @param recognised how many headings these first lines show, by the separator that
	 * cut them
	 * @throws Refusal when its quotes cannot be read, or it holds nothing, or too many
	 * cells: counted before anything is read
	 */
	public static TypedTable of(String text, ToLongFunction<List<List<String>>> recognised) {
		refuseEndless(text);
		Matcher told = TOLD.matcher(text);
		boolean tells = told.lookingAt();
		// Its line stays, blank, so that those below keep their number.
		String table = tells ? text.substring(told.end()) : text;
		char separator = tells ? told.group(1).charAt(0) : separator(table, recognised);
		List<Line> lines = lines(table, separator);
		if (lines.isEmpty()) {
			throw Refusal.of("file", "imports.file.empty");
		}
		return new TypedTable(separator, tells, lines);
	}

	/**
	 * Reads a file while few others have one read.
	 * @throws Refusal when too many do
	 */
	public static <T> T inTurn(Supplier<T> reading) {
		return TURNS.take(reading);
	}

	private static void refuseEndless(String text) {
		for (char separator : SEPARATORS) {
			long cells = text.chars().filter((c) -> c == separator || c == '\n').count();
			if (cells > MOST_CELLS) {
				throw Refusal.of("file", "imports.file.tooManyCells", cells, MOST_CELLS);
			}
		}
	}

	private static char separator(String text, ToLongFunction<List<List<String>>> recognised) {
		return SEPARATORS.stream()
			.max(Comparator.comparingLong((separator) -> recognised.applyAsLong(beginning(text, separator))))
			.orElse(';');
	}

	private static List<List<String>> beginning(String text, char separator) {
		List<List<String>> beginning = new ArrayList<>();
		try (CSVParser parser = parser(text, separator)) {
			for (CSVRecord parsed : parser) {
				if (!isBlank(parsed)) {
					beginning.add(parsed.toList());
				}
				if (beginning.size() == BEGINNING) {
					break;
				}
			}
		}
		catch (IOException | UncheckedIOException unreadable) {
			// Said when the whole is read.
		}
		return beginning;
	}

	private static List<Line> lines(String text, char separator) {
		List<Line> lines = new ArrayList<>();
		int number = 1;
		try (CSVParser parser = parser(text, separator)) {
			Iterator<CSVRecord> records = parser.iterator();
			while (records.hasNext()) {
				CSVRecord parsed = records.next();
				if (!isBlank(parsed)) {
					lines.add(new Line(number, parsed.toList()));
				}
				number = (int) parser.getCurrentLineNumber() + 1;
			}
		}
		catch (IOException | UncheckedIOException unreadable) {
			throw Refusal.of("file", "imports.file.quotes", number);
		}
		return lines;
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

	/** One line with something in it, where it starts in the file. */
	public record Line(int number, List<String> cells) {
	}

}
