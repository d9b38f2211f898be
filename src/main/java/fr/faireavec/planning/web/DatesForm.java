package fr.faireavec.planning.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.ProgrammeDating.Dating;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.sessions.SessionState;
import fr.faireavec.web.Day;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** All the days of a parcours, one row each, by their rank. */
class DatesForm {

	/** What was pasted from a spreadsheet, to fill the rows with. */
	@Size(max = 5000)
	public String pasted = "";

	public Map<String, Integer> version = new LinkedHashMap<>();

	public Map<String, @Day(DayKind.COURSE) LocalDate> date = new LinkedHashMap<>();

	public Map<String, LocalTime> firstStart = new LinkedHashMap<>();

	public Map<String, LocalTime> firstEnd = new LinkedHashMap<>();

	public Map<String, LocalTime> secondStart = new LinkedHashMap<>();

	public Map<String, LocalTime> secondEnd = new LinkedHashMap<>();

	@Typed(Typed.As.LINE)
	public Map<String, @Size(max = 200) String> venue = new LinkedHashMap<>();

	public Map<String, Boolean> reserved = new LinkedHashMap<>();

	@Size(max = 200)
	public Set<String> accepted = new LinkedHashSet<>();

	/** As the days are; hours as the programme says, and the place of the day before. */
	static DatesForm of(List<CollectiveSession> days) {
		DatesForm form = new DatesForm();
		String place = "";
		for (CollectiveSession day : days) {
			String row = String.valueOf(day.getRank());
			form.version.put(row, day.getVersion());
			SessionPlan plan = day.getState().keepsItsDate() ? day.getPlan() : null;
			if (plan == null) {
				form.hours(row, RowHours.of(day.getDurationMinutes()));
				form.venue.put(row, day.getVenue().isEmpty() ? place : day.getVenue());
			}
			else {
				form.date.put(row, plan.day());
				form.hours(row, RowHours.of(plan));
				form.venue.put(row, plan.venue());
				place = plan.venue();
			}
			form.reserved.put(row, day.getState() == SessionState.RESERVED);
		}
		return form;
	}

	void hours(String row, RowHours hours) {
		put(this.firstStart, row, hours.firstStart());
		put(this.firstEnd, row, hours.firstEnd());
		put(this.secondStart, row, hours.secondStart());
		put(this.secondEnd, row, hours.secondEnd());
	}

	private static void put(Map<String, LocalTime> column, String row, @Nullable LocalTime time) {
		if (time != null) {
			column.put(row, time);
		}
		else {
			column.remove(row);
		}
	}

	/** What one field cannot say alone, of the rows that have a date. */
	void check(List<CollectiveSession> days, Errors errors) {
		for (CollectiveSession day : open(days)) {
			String row = String.valueOf(day.getRank());
			if (this.date.get(row) != null) {
				RowHours.check(row, hoursOf(row), errors);
			}
		}
	}

	/** Once checked: the rows that have a date, of the days that are not over. */
	List<Dating> datings(List<CollectiveSession> days) {
		List<Dating> datings = new ArrayList<>();
		for (CollectiveSession day : open(days)) {
			String row = String.valueOf(day.getRank());
			LocalDate typed = this.date.get(row);
			if (typed != null) {
				Mode mode = (day.getMode() != null) ? day.getMode() : Mode.PRESENTIEL;
				datings.add(new Dating(
						day.getRank(), this.version.getOrDefault(row, -1), new SessionPlan(hoursOf(row).on(typed), mode,
								this.venue.getOrDefault(row, ""), day.getAddress(), day.getVideoLink()),
						Boolean.TRUE.equals(this.reserved.get(row))));
			}
		}
		return datings;
	}

	private RowHours hoursOf(String row) {
		return new RowHours(this.firstStart.get(row), this.firstEnd.get(row), this.secondStart.get(row),
				this.secondEnd.get(row));
	}

	/** Those whose date may be given here: neither held nor given up. */
	static List<CollectiveSession> open(List<CollectiveSession> days) {
		return days.stream().filter((day) -> day.getState().isOpen()).toList();
	}

}
