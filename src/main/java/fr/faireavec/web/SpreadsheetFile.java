package fr.faireavec.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A CSV file as French spreadsheets open it: UTF-8 with a byte order mark, semicolons, as
 * many cells in each row, and no cell that a spreadsheet would run as a formula.
 */
public class SpreadsheetFile {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private static final Pattern TO_QUOTE = Pattern.compile("[;\"\r\n]");

	private static final Pattern NEGATIVE = Pattern.compile("-\\d+([.,]\\d+)?");

	private static final String DANGEROUS = "=+-@\t\r\n";

	private final List<List<String>> rows = new ArrayList<>();

	private final int width;

	/**
	 * @param banner said in a first row of its own, if not empty
	 */
	public SpreadsheetFile(String banner, String... headers) {
		this.width = headers.length;
		if (!banner.isEmpty()) {
			row(banner);
		}
		row(headers);
	}

	public final void row(String... cells) {
		List<String> row = new ArrayList<>(Arrays.stream(cells).map(SpreadsheetFile::harmless).toList());
		while (row.size() < this.width) {
			row.add("");
		}
		this.rows.add(row);
	}

	/** The same text with an apostrophe before what would start a formula. */
	static String harmless(String cell) {
		boolean dangerous = !cell.isEmpty() && DANGEROUS.indexOf(cell.charAt(0)) >= 0
				&& !NEGATIVE.matcher(cell).matches();
		return dangerous ? "'" + cell : cell;
	}

	String text() {
		return this.rows.stream()
			.map((row) -> row.stream().map(SpreadsheetFile::quoted).collect(Collectors.joining(";")))
			.collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
	}

	private static String quoted(String cell) {
		return TO_QUOTE.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
	}

	/** The file itself, under this name and with its ending. */
	public ResponseEntity<byte[]> named(String name) {
		return ResponseEntity.ok()
			.contentType(CSV)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name + ".csv").build().toString())
			.body(text().getBytes(StandardCharsets.UTF_8));
	}

}
