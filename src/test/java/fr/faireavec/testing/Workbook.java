package fr.faireavec.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** A spreadsheet as its readers find it. */
public final class Workbook {

	private Workbook() {
	}

	/** The names of its sheets, in their order. */
	public static List<String> sheets(byte[] file) {
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
			return workbook.getSheets().map(Sheet::getName).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The rows of a sheet, its title first: numbers without their zeros, texts, and an
	 * empty text for an empty cell.
	 */
	public static List<List<Object>> rows(byte[] file, String sheet) {
		try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
			List<Row> rows = workbook.findSheet(sheet).orElseThrow().read();
			int width = rows.stream().mapToInt(Row::getCellCount).max().orElse(0);
			List<List<Object>> read = new ArrayList<>();
			for (Row row : rows) {
				List<Object> cells = new ArrayList<>();
				for (int i = 0; i < width; i++) {
					cells.add(row.getOptionalCell(i).map(Workbook::value).orElse(""));
				}
				read.add(cells);
			}
			return read;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Object value(Cell cell) {
		if (cell.getType() == CellType.NUMBER) {
			BigDecimal number = cell.asNumber().stripTrailingZeros();
			return (number.scale() < 0) ? number.setScale(0) : number;
		}
		return cell.getText();
	}

	/** All it says, every sheet, on one line with plain spaces. */
	public static String text(byte[] file) {
		return sheets(file).stream()
			.flatMap((sheet) -> rows(file, sheet).stream())
			.flatMap(List::stream)
			.map(Object::toString)
			.collect(Collectors.joining(" "))
			.replaceAll("[\\s\u00a0\u202f]+", " ");
	}

	/** Its parts as they are in the file, by name. */
	public static Map<String, String> parts(byte[] file) {
		Map<String, String> parts = new TreeMap<>();
		try {
			Path kept = Files.write(Files.createTempFile("workbook", ".xlsx"), file);
			try (ZipFile zip = new ZipFile(kept.toFile())) {
				for (ZipEntry entry : Collections.list(zip.entries())) {
					parts.put(entry.getName(),
							new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
				}
			}
			finally {
				Files.delete(kept);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return parts;
	}

}
