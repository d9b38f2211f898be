package fr.faireavec.agenda.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

import fr.faireavec.sessions.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the agenda.
 *
 * @param everybody whether others' dates are shown too
 * @param mayChoose whether they may be
 * @param clashes how many of one's own cannot both be kept
 */
record AgendaPage(AgendaView view, YearMonth from, boolean everybody, boolean mayChoose, List<Month> months,
		long clashes) {

	AgendaPage {
		months = List.copyOf(months);
	}

	public String viewWord() {
		return this.view.word();
	}

	/** As the addresses say who. */
	public String who() {
		return this.everybody ? "tous" : "moi";
	}

	public String before() {
		return this.from.minusMonths(this.view.months()).toString();
	}

	public String after() {
		return this.from.plusMonths(this.view.months()).toString();
	}

	public YearMonth last() {
		return this.from.plusMonths(this.view.months() - 1L);
	}

	public boolean isMonth() {
		return this.view == AgendaView.MOIS;
	}

	public boolean isEmpty() {
		return this.months.stream().allMatch((month) -> month.dates().isEmpty());
	}

	/** One month: its dates in order, and its weeks from Monday to Sunday. */
	record Month(YearMonth month, List<Date> dates, List<List<Cell>> weeks) {

		Month {
			dates = List.copyOf(dates);
			weeks = List.copyOf(weeks);
		}

		public LocalDate first() {
			return this.month.atDay(1);
		}

	}

	/** One day of the month's grid; outside the month it is empty. */
	record Cell(LocalDate day, boolean inside, boolean today, List<Date> dates) {

		Cell {
			dates = List.copyOf(dates);
		}

	}

	/**
	 * A day or a meeting.
	 *
	 * @param about the structure of a meeting, « Jour 3 : Écouter » of a day
	 * @param clash with what it cannot both be kept; null where nothing stands in its way
	 */
	record Date(TimeSlot slot, String href, String about, String parcours, boolean meeting, boolean cancelled,
			boolean tentative, boolean past, String place, @Nullable String clash) {
	}

}
