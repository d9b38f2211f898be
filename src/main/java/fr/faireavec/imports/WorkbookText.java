package fr.faireavec.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import fr.faireavec.kernel.Refusal;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of a workbook (.xlsx) as the text of a CSV file, each row on the line
 * of its number. A workbook is a compressed archive: what it would unfold into is counted
 * before anything of it is read.
 */
final class WorkbookText {

	/** Far more than a list of structures takes, once unfolded. */
	static final int MOST_UNFOLDED = 16 * 1024 * 1024;

	private static final int MOST_ENTRIES = 500;

	private static final int CHUNK = 8_192;

	/** A cell that says it stands beyond the last column of any spreadsheet. */
	private static final Pattern ASTRAY = Pattern
		.compile("<(?:\\w{1,20}:)?c\\s[^>]{0,500}?\\br\\s{0,9}=\\s{0,9}[\"'](?![A-Z]{1,3}[0-9]{1,7}[\"'])");

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

	private WorkbookText() {
	}

	/**
	 * Reads it.
	 * @throws Refusal when it is no workbook, is damaged, or unfolds into too much
	 */
	static String of(byte[] bytes) {
		try {
			refuseEndless(bytes);
			return text(bytes);
		}
		catch (Refusal refusal) {
			throw refusal;
		}
		catch (IOException | RuntimeException unreadable) {
			// The library says in many ways that a workbook is none.
			throw Refusal.of("file", "imports.file.workbook.damaged");
		}
	}

	private static void refuseEndless(byte[] bytes) throws IOException {
		int unfolded = 0;
		int entries = 0;
		try (ZipFile archive = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
			for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
				byte[] part;
				try (InputStream in = archive.getInputStream(entry)) {
					part = in.readNBytes(MOST_UNFOLDED - unfolded + 1);
				}
				unfolded += part.length;
				if (unfolded > MOST_UNFOLDED || ++entries > MOST_ENTRIES) {
					throw Refusal.of("file", "imports.file.workbook.endless");
				}
				if (entry.getName().endsWith(".xml") && isAstray(part)) {
					throw Refusal.of("file", "imports.file.workbook.damaged");
				}
			}
		}
	}

	/** Whether a part is written so that it cannot be looked through, or a cell lies. */
	private static boolean isAstray(byte[] part) {
		boolean wide = FileText.starts(part, 0xFF, 0xFE) || FileText.starts(part, 0xFE, 0xFF);
		for (int i = 0; i < part.length && !wide && i < CHUNK; i++) {
			wide = part[i] == 0;
		}
		return wide || ASTRAY.matcher(new String(part, StandardCharsets.ISO_8859_1)).find();
	}

	private static String text(byte[] bytes) throws IOException {
		StringBuilder text = new StringBuilder();
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes),
				new ReadingOptions(true, true)); Stream<Row> rows = shown(workbook).openStream()) {
			int line = 1;
			long cells = 0;
			for (Iterator<Row> next = rows.iterator(); next.hasNext();) {
				Row row = next.next();
				cells += row.getCellCount() + Math.max(0, row.getRowNum() - line);
				if (cells > TypedTable.MOST_CELLS) {
					throw Refusal.of("file", "imports.file.tooManyCells", cells, TypedTable.MOST_CELLS);
				}
				for (; line < row.getRowNum(); line++) {
					text.append('\n');
				}
				write(row, text);
			}
		}
		return text.toString();
	}

	private static Sheet shown(ReadableWorkbook workbook) {
		return workbook.getSheets()
			.filter((sheet) -> sheet.getVisibility() == SheetVisibility.VISIBLE)
			.findFirst()
			.orElseGet(workbook::getFirstSheet);
	}

	private static void write(Row row, StringBuilder text) {
		for (int place = 0; place < row.getCellCount(); place++) {
			String cell = said(row.getCell(place)).replaceAll("\\R", " ").replace("\"", "\"\"");
			text.append((place == 0) ? "" : ";");
			if (!cell.isEmpty()) {
				text.append('"').append(cell).append('"');
			}
		}
	}

	/** As it reads in a CSV file: a day as people write it, a number with its digits. */
	private static String said(@Nullable Cell cell) {
		if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
			return "";
		}
		String raw = String.valueOf(cell.getRawValue());
		boolean number = cell.getType() == CellType.NUMBER;
		if (number && isDay(cell.getDataFormatString())) {
			return DAY.format(cell.asDate());
		}
		return number ? new BigDecimal(raw).stripTrailingZeros().toPlainString() : cell.getText();
	}

	private static boolean isDay(@Nullable String format) {
		if (format == null) {
			return false;
		}
		String bare = format.replaceAll("\"[^\"]{0,99}\"|\\[[^]]{0,99}]|\\\\.", "").toLowerCase(Locale.ROOT);
		return bare.contains("yy") || bare.contains("aa") || (bare.contains("d") && bare.contains("m"));
	}

}
