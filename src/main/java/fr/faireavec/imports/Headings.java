package fr.faireavec.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import fr.faireavec.kernel.Refusal;

/**
 * The headings of a file: one line of them, or two, perhaps under a title.
 *
 * @param columns what they say
 * @param above what stands above them, a line each
 * @param below how many lines of the table to skip, headings included
 * @param width of the headings, in columns
 */
record Headings(Columns columns, List<String> above, int below, int width) {

	/** Among how many first lines of a file its headings are looked for. */
	static final int AMONG = TypedTable.BEGINNING;

	/**
	 * Finds them among the first lines of a table.
	 * @throws Refusal when a column a file needs is missing or stands twice, or there are
	 * too many
	 */
	static Headings of(List<List<String>> lines) {
		Found found = best(lines);
		if (found.cells().size() > CohortFile.MOST_COLUMNS) {
			throw new Refusal("imports.file.tooManyColumns", found.cells().size(), CohortFile.MOST_COLUMNS);
		}
		List<String> above = lines.stream().limit(found.first()).map(Headings::said).toList();
		return new Headings(Columns.of(found.cells()), above, found.first() + found.height(), found.cells().size());
	}

	/** How many columns the best headings among these lines name. */
	static long recognised(List<List<String>> lines) {
		return lines.isEmpty() ? 0 : best(lines).recognised();
	}

	/**
	 * The first line, unless others say more, and what is needed if that one does not.
	 */
	private static Found best(List<List<String>> lines) {
		Found best = Found.of(0, 1, lines.getFirst());
		for (int i = 1; i < lines.size(); i++) {
			best = best.orBetter(Found.of(i, 1, lines.get(i)));
		}
		for (int i = 1; i < lines.size(); i++) {
			best = best.orBetter(Found.of(i - 1, 2, joined(lines.get(i - 1), lines.get(i))));
		}
		return best;
	}

	/** A heading above several others is said once, over the first of them. */
	private static List<String> joined(List<String> above, List<String> below) {
		List<String> joined = new ArrayList<>();
		String over = "";
		for (int i = 0; i < Math.min(Math.max(above.size(), below.size()), CohortFile.MOST_COLUMNS + 1); i++) {
			String top = cell(above, i);
			over = top.isBlank() ? over : top;
			String bottom = cell(below, i);
			joined.add(Columns.joined(bottom.isBlank() ? top : over, bottom));
		}
		return joined;
	}

	/**
	 * A long text heads nothing: it is not said again over each of the columns below it.
	 */
	private static String cell(List<String> cells, int place) {
		String cell = (place < cells.size()) ? cells.get(place) : "";
		return (cell.length() <= Columns.LONGEST) ? cell : "";
	}

	private static String said(List<String> cells) {
		return Plain.clipped(
				cells.stream().map(String::strip).filter((cell) -> !cell.isEmpty()).collect(Collectors.joining(" ")));
	}

	/** Lines that may be the headings. */
	private record Found(int first, int height, List<String> cells, long recognised, boolean suffices) {

		static Found of(int first, int height, List<String> cells) {
			return new Found(first, height, cells, Columns.recognised(cells), Columns.suffices(cells));
		}

		Found orBetter(Found other) {
			boolean better = (this.suffices != other.suffices) ? other.suffices : other.recognised > this.recognised;
			return better ? other : this;
		}

	}

}
