package fr.faireavec.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet one computes with: on each sheet its title in A1 and one named table
 * below, one header row, a type for each cell, no merged cell and no blank row. A text is
 * never a formula there, whatever it starts with.
 */
public class WorkbookFile {

	private static final String PROGRAM = "Faire avec";

	/** What one cell may hold. */
	private static final int LONGEST = 32_767;

	private static final int NARROWEST = 9;

	private static final int WIDEST = 60;

	private static final int HEAD = 1;

	private final String title;

	private final List<Sheet> sheets = new ArrayList<>();

	/**
	 * @param title what the file is, in its properties
	 */
	public WorkbookFile(String title) {
		this.title = title;
	}

	/**
	 * Adds a sheet; without any row there is none.
	 * @param name of the sheet, unique
	 * @param table what formulas call its table, a word
	 * @param headers one a column, each its own
	 * @param rows a text, a number, a day, or nothing, for each column
	 */
	public final void sheet(String name, String table, String heading, List<String> headers,
			List<List<@Nullable Object>> rows) {
		if (!rows.isEmpty()) {
			this.sheets.add(new Sheet(name, table, heading, headers, rows));
		}
	}

	/** The file itself. */
	public byte[] bytes() {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try (Workbook workbook = new Workbook(file, PROGRAM, null)) {
			workbook.properties().setTitle(clean(this.title));
			for (Sheet sheet : this.sheets) {
				write(workbook.newWorksheet(sheet.name()), sheet);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return file.toByteArray();
	}

	private static void write(Worksheet page, Sheet sheet) throws IOException {
		page.value(0, 0, clean(sheet.heading()));
		page.style(0, 0).bold().fontSize(14).set();
		for (int column = 0; column < sheet.headers().size(); column++) {
			page.value(HEAD, column, sheet.headers().get(column));
			page.style(HEAD, column).bold().set();
			page.width(column, width(sheet, column));
		}
		for (int row = 0; row < sheet.rows().size(); row++) {
			for (int column = 0; column < sheet.headers().size(); column++) {
				write(page, HEAD + 1 + row, column, sheet.rows().get(row).get(column));
			}
		}
		page.range(HEAD, 0, HEAD + sheet.rows().size(), sheet.headers().size() - 1)
			.createTable(sheet.headers().toArray(String[]::new))
			.setName(sheet.table())
			.setDisplayName(sheet.table())
			.styleInfo()
			.setStyleName("TableStyleLight1")
			.setShowRowStripes(true);
		page.freezePane(1, HEAD + 1);
		page.pageOrientation("landscape");
		page.setFitToPage(true);
		page.fitToWidth((short) 1);
		page.fitToHeight((short) 0);
		page.repeatRows(HEAD);
		page.finish();
	}

	private static void write(Worksheet page, int row, int column, @Nullable Object value) {
		switch (value) {
			case null -> {
			}
			case Number number -> page.value(row, column, number);
			case LocalDate day -> {
				page.value(row, column, day);
				page.style(row, column).format("dd/mm/yyyy").set();
			}
			default -> {
				String text = clean(value.toString());
				if (!text.isEmpty()) {
					page.value(row, column, text);
					page.style(row, column).wrapText(true).verticalAlignment("top").set();
				}
			}
		}
	}

	private static int width(Sheet sheet, int column) {
		int longest = sheet.headers().get(column).length();
		for (List<@Nullable Object> row : sheet.rows()) {
			Object value = row.get(column);
			longest = Math.max(longest, (value != null) ? value.toString().length() : 0);
		}
		return Math.clamp(longest + 2, NARROWEST, WIDEST);
	}

	/** Without what no XML may hold. */
	private static String clean(String text) {
		StringBuilder clean = new StringBuilder(text.length());
		text.codePoints()
			.filter((c) -> c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
					|| c >= 0x10000)
			.forEach(clean::appendCodePoint);
		return (clean.length() <= LONGEST) ? clean.toString() : clean.substring(0, LONGEST);
	}

	private record Sheet(String name, String table, String heading, List<String> headers,
			List<List<@Nullable Object>> rows) {
	}

}
