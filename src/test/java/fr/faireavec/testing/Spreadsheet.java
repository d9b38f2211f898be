package fr.faireavec.testing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file as any spreadsheet might read it: whatever the separator, whether it minds
 * quotes or not.
 */
public final class Spreadsheet {

	/** Blanks, quotes and all that shows nothing. */
	private static final Pattern SHOWN = Pattern.compile(
			"(?s)^[\\p{Z}\\p{C}\\p{javaWhitespace}\"\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2800\\u3164"
					+ "\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]*");

	private static final Pattern FORMULA = Pattern
		.compile("(?s)[=+@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B-].*");

	private static final Pattern NUMBER = Pattern.compile("-[0-9]+([.,][0-9]+)?\"?");

	private Spreadsheet() {
	}

	/** The rows as the file means them. */
	public static List<List<String>> rows(String csv) {
		return read(csv.replaceFirst("^\uFEFF", ""), ';', '"');
	}

	/** The cells that some reader would take for a formula, each with its reading. */
	public static Set<String> formulas(String csv) {
		Set<String> formulas = new LinkedHashSet<>();
		for (char separator : new char[] { ';', ',', '\t', '|' }) {
			Stream.of(read(csv, separator, '"'), read(csv, separator, null), split(csv, separator))
				.flatMap(List::stream)
				.flatMap(List::stream)
				.filter(Spreadsheet::isFormula)
				.forEach((cell) -> formulas.add("read with « " + separator + " »: " + cell));
		}
		return formulas;
	}

	private static boolean isFormula(String cell) {
		String shown = SHOWN.matcher(cell).replaceFirst("");
		return FORMULA.matcher(shown).matches() && !NUMBER.matcher(shown).matches();
	}

	private static List<List<String>> read(String csv, char separator, @Nullable Character quote) {
		CSVFormat format = CSVFormat.DEFAULT.builder()
			.setDelimiter(separator)
			.setQuote(quote)
			.setTrailingData(true)
			.setLenientEof(true)
			.setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
			.get();
		try (CSVParser parser = CSVParser.parse(new StringReader(csv), format)) {
			return parser.stream().map((row) -> row.toList()).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The roughest reader: any line end, any separator, quotes or no. */
	private static List<List<String>> split(String csv, char separator) {
		List<List<String>> rows = new ArrayList<>();
		for (String line : csv.split("\\R", -1)) {
			rows.add(List.of(line.split(Pattern.quote(String.valueOf(separator)), -1)));
		}
		return rows;
	}

}
