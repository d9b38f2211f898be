package fr.faireavec.following.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import fr.faireavec.following.ActionCalendar;
import fr.faireavec.following.DatedAction;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.parcours.Seat;
import fr.faireavec.sessions.SessionRow;
import fr.faireavec.sessions.SessionRows;
import fr.faireavec.sessions.SessionState;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The journal month by month, between the days of the parcours. */
@Controller
class ActionCalendarController {

	private final ActionCalendar calendar;

	private final SessionRows sessions;

	private final Clock clock;

	ActionCalendarController(ActionCalendar calendar, SessionRows sessions, Clock clock) {
		this.calendar = calendar;
		this.sessions = sessions;
		this.clock = clock;
	}

	/**
	 * @param month the one that is shown: today's when none is said, or the last in which
	 * there is anything
	 */
	@GetMapping("/parcours/{slug}/journal/calendrier")
	String show(Seat seat, @RequestParam(name = "mois", required = false) @Nullable YearMonth month, Model model) {
		if (seat instanceof Seat.Funding) {
			throw new NotFound();
		}
		Parcours parcours = seat.parcours();
		YearMonth first = YearMonth.from(parcours.getStartsOn());
		YearMonth last = YearMonth.from(parcours.getEndsOn());
		Optional<ActionCalendar.Span> span = this.calendar.span(seat);
		if (span.isPresent()) {
			first = earlier(first, YearMonth.from(span.get().from()));
			last = later(last, YearMonth.from(span.get().to()));
		}
		YearMonth today = YearMonth.from(parcours.today(this.clock));
		YearMonth shown = within((month != null) ? month : today, first, last);
		model.addAttribute("month", shown);
		model.addAttribute("before", shown.isAfter(first) ? shown.minusMonths(1) : null);
		model.addAttribute("after", shown.isBefore(last) ? shown.plusMonths(1) : null);
		model.addAttribute("days", days(seat, shown));
		return "following/calendar";
	}

	private List<CalendarDay> days(Seat seat, YearMonth month) {
		SortedMap<LocalDate, List<DatedAction>> actions = new TreeMap<>();
		SortedMap<LocalDate, List<SessionRow>> sessions = new TreeMap<>();
		for (DatedAction action : this.calendar.of(seat, month)) {
			actions.computeIfAbsent(action.firstDay(month.atDay(1)), (day) -> new ArrayList<>()).add(action);
		}
		for (SessionRow session : this.sessions.of(seat.parcours().getId())) {
			if (session.slot() != null && session.state() != SessionState.CANCELLED
					&& YearMonth.from(session.slot().start()).equals(month)) {
				sessions.computeIfAbsent(session.slot().start().toLocalDate(), (day) -> new ArrayList<>()).add(session);
			}
		}
		SortedMap<LocalDate, CalendarDay> days = new TreeMap<>();
		actions.keySet().forEach((day) -> days.put(day, CalendarDay.of(day, sessions, actions)));
		sessions.keySet().forEach((day) -> days.put(day, CalendarDay.of(day, sessions, actions)));
		return List.copyOf(days.values());
	}

	private static YearMonth within(YearMonth month, YearMonth first, YearMonth last) {
		return month.isBefore(first) ? first : month.isAfter(last) ? last : month;
	}

	private static YearMonth earlier(YearMonth one, YearMonth other) {
		return one.isBefore(other) ? one : other;
	}

	private static YearMonth later(YearMonth one, YearMonth other) {
		return one.isAfter(other) ? one : other;
	}

	/** A day, the sessions that fall on it and the actions that begin there. */
	record CalendarDay(LocalDate date, List<SessionRow> sessions, List<DatedAction> actions) {

		CalendarDay {
			sessions = List.copyOf(sessions);
			actions = List.copyOf(actions);
		}

		private static CalendarDay of(LocalDate date, SortedMap<LocalDate, List<SessionRow>> sessions,
				SortedMap<LocalDate, List<DatedAction>> actions) {
			return new CalendarDay(date, sessions.getOrDefault(date, List.of()), actions.getOrDefault(date, List.of()));
		}

	}

}
