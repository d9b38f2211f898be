package fr.faireavec.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A CSV file as French spreadsheets open it: UTF-8 with a byte order mark, semicolons,
 * every cell quoted, as many of them in each row, and none that a spreadsheet would run
 * as a formula.
 */
public class SpreadsheetFile {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private static final CSVFormat FORMAT = CSVFormat.EXCEL.builder()
		.setDelimiter(';')
		.setQuoteMode(QuoteMode.ALL)
		.get();

	private final List<List<String>> rows = new ArrayList<>();

	private final int width;

	private final String banner;

	/**
	 * @param banner said in a last row of its own, if not empty: the headers come first,
	 * whatever reads the file
	 */
	public SpreadsheetFile(String banner, String... headers) {
		this.width = headers.length;
		this.banner = banner;
		row(headers);
	}

	public final void row(String... cells) {
		this.rows.add(padded(cells));
	}

	private List<String> padded(String... cells) {
		List<String> row = new ArrayList<>(Arrays.stream(cells).map(FormulaGuard::harmless).toList());
		// With another separator the first cell is the whole row.
		row.set(0, FormulaGuard.text(cells[0]));
		while (row.size() < this.width) {
			row.add("");
		}
		return row;
	}

	/** A text as such a file gives it. */
	public static String cell(String text) {
		return FormulaGuard.harmless(text);
	}

	/** What was said in a cell that such a file gave, whoever sends it back. */
	public static String said(String cell) {
		return FormulaGuard.typed(cell);
	}

	String text() {
		Stream<List<String>> last = this.banner.isEmpty() ? Stream.empty() : Stream.of(padded(this.banner));
		return Stream.concat(this.rows.stream(), last)
			.map((row) -> FORMAT.format(row.toArray()))
			.collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
	}

	/** The file itself. */
	public byte[] bytes() {
		return text().getBytes(StandardCharsets.UTF_8);
	}

	/** The file itself, under this name and with its ending. */
	public ResponseEntity<byte[]> named(String name) {
		return ResponseEntity.ok()
			.contentType(CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name + ".csv").build().toString())
			.body(bytes());
	}

}
