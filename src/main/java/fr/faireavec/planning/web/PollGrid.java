package fr.faireavec.planning.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was answered: structures × dates. */
record PollGrid(List<Day> days, List<Row> rows) {

	PollGrid {
		days = List.copyOf(days);
		rows = List.copyOf(rows);
	}

	/** A day and the dates proposed for it. */
	record Day(int rank, String title, List<Column> columns) {

		Day {
			columns = List.copyOf(columns);
		}

	}

	/**
	 * One date.
	 *
	 * @param chosen whether the sequence shown has it
	 * @param represented structures somebody stands for then
	 * @param missing the others, by name
	 * @param ifNeeded people who said « si besoin », by name
	 * @param obstacles who of the animation or the speakers cannot, by name
	 */
	record Column(UUID id, LocalDate day, boolean chosen, int represented, int structures, String missing,
			String ifNeeded, String obstacles) {

		public String coverage() {
			return this.represented + "/" + this.structures;
		}

	}

	/** One structure, a cell a date. */
	record Row(String structure, List<Cell> cells) {

		Row {
			cells = List.copyOf(cells);
		}

	}

	/** What a structure says of a date: a mark, and who says what, to be heard. */
	record Cell(String style, String mark, String words, boolean chosen) {
	}

}
