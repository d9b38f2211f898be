package fr.faireavec.agenda.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.convening.CalendarRow;
import fr.faireavec.convening.CalendarRows;
import fr.faireavec.kernel.Zones;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the agenda of whoever looks. */
@Component
class AgendaPages {

	/** Parcours are of some years around today: further away nothing is looked for. */
	private static final int YEARS_AWAY = 20;

	private final CalendarRows rows;

	private final MessageSource messages;

	private final Clock clock;

	AgendaPages(CalendarRows rows, MessageSource messages, Clock clock) {
		this.rows = rows;
		this.messages = messages;
		this.clock = clock;
	}

	/**
	 * @param month as in « 2026-11 »; today's for whatever is not one
	 * @param everybody all that takes place in the parcours the viewer runs; only for
	 * those who run some
	 */
	AgendaPage of(Viewer viewer, AgendaView view, String month, boolean everybody) {
		LocalDateTime now = LocalDateTime.now(this.clock.withZone(Zones.PARIS));
		YearMonth from = month(month, YearMonth.from(now));
		boolean all = everybody && viewer.isStaff();
		LocalDate first = from.atDay(1);
		LocalDate end = from.plusMonths(view.months()).atDay(1);
		List<CalendarRow> found = (all ? this.rows.seenBy(viewer, first, end)
				: this.rows.of(viewer.personId(), first, end))
			.stream()
			.filter((row) -> !row.slot().day().isBefore(first))
			.toList();
		List<AgendaPage.Month> months = new ArrayList<>();
		for (YearMonth each = from; each.isBefore(from.plusMonths(view.months())); each = each.plusMonths(1)) {
			months.add(month(each, found, now, view));
		}
		long clashes = found.stream().filter((row) -> found.stream().anyMatch(row::clashesWith)).count();
		return new AgendaPage(view, from, all, viewer.isStaff(), months, clashes);
	}

	private AgendaPage.Month month(YearMonth month, List<CalendarRow> found, LocalDateTime now, AgendaView view) {
		List<CalendarRow> inside = found.stream()
			.filter((row) -> YearMonth.from(row.slot().day()).equals(month))
			.toList();
		List<AgendaPage.Date> dates = inside.stream().map((row) -> date(row, found, now)).toList();
		return new AgendaPage.Month(month, dates, (view == AgendaView.MOIS) ? weeks(month, dates, now) : List.of());
	}

	private AgendaPage.Date date(CalendarRow row, List<CalendarRow> found, LocalDateTime now) {
		String clash = found.stream().filter(row::clashesWith).findFirst().map(this::about).orElse(null);
		return new AgendaPage.Date(row.slot(), row.href(), about(row), row.parcours(), row.isMeeting(), row.cancelled(),
				row.tentative(), row.slot().end().isBefore(now), row.place().equals(row.structure()) ? "" : row.place(),
				clash);
	}

	private String about(CalendarRow row) {
		return row.isMeeting() ? String.valueOf(row.structure())
				: this.messages.getMessage("sessions.named", new Object[] { row.rank(), row.title() }, Locale.FRENCH);
	}

	private static List<List<AgendaPage.Cell>> weeks(YearMonth month, List<AgendaPage.Date> dates, LocalDateTime now) {
		List<List<AgendaPage.Cell>> weeks = new ArrayList<>();
		LocalDate day = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		while (!day.isAfter(month.atEndOfMonth())) {
			List<AgendaPage.Cell> week = new ArrayList<>();
			for (int i = 0; i < DayOfWeek.values().length; i++) {
				LocalDate here = day;
				week.add(new AgendaPage.Cell(here, YearMonth.from(here).equals(month), here.equals(now.toLocalDate()),
						dates.stream().filter((date) -> date.slot().day().equals(here)).toList()));
				day = day.plusDays(1);
			}
			weeks.add(week);
		}
		return weeks;
	}

	private static YearMonth month(String asked, YearMonth today) {
		try {
			YearMonth month = YearMonth.parse(asked);
			return (Math.abs(month.getYear() - today.getYear()) <= YEARS_AWAY) ? month : today;
		}
		catch (DateTimeException notAMonth) {
			return today;
		}
	}

}
