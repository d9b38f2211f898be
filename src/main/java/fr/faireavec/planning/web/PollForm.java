package fr.faireavec.planning.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.polls.AskedDay;
import fr.faireavec.polls.PollTerms;
import fr.faireavec.sessions.CollectiveSession;
import fr.faireavec.sessions.Mode;
import fr.faireavec.sessions.SessionPlan;
import fr.faireavec.web.Day;
import fr.faireavec.web.KeyedForm;
import fr.faireavec.web.Typed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * The dates asked of a cohort: a row for each day, by its rank, with four dates at most.
 */
class PollForm extends KeyedForm {

	/** A date by the rank of its day and its place among its dates: « 4-1 ». */
	public Map<String, @Day(DayKind.COURSE) LocalDate> option = new LinkedHashMap<>();

	public Map<String, LocalTime> firstStart = new LinkedHashMap<>();

	public Map<String, LocalTime> firstEnd = new LinkedHashMap<>();

	public Map<String, LocalTime> secondStart = new LinkedHashMap<>();

	public Map<String, LocalTime> secondEnd = new LinkedHashMap<>();

	@Typed(Typed.As.LINE)
	public Map<String, @Size(max = 200) String> venue = new LinkedHashMap<>();

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate closesOn;

	@NotNull
	@Min(0)
	@Max(26)
	public @Nullable Integer fewestWeeks;

	@NotNull
	@Min(1)
	@Max(52)
	public @Nullable Integer mostWeeks;

	@Size(max = 1000)
	public String message = "";

	public boolean decidesItself;

	@Size(max = 200)
	public Set<String> accepted = new LinkedHashSet<>();

	/** A row for each of these days, with their hours and place, and no date yet. */
	static PollForm of(List<CollectiveSession> days, LocalDate closesOn, WindowForm window) {
		PollForm form = new PollForm();
		form.closesOn = closesOn;
		form.fewestWeeks = window.fewest;
		form.mostWeeks = window.most;
		String place = days.stream()
			.map(CollectiveSession::getVenue)
			.filter((venue) -> !venue.isEmpty())
			.findFirst()
			.orElse("");
		for (CollectiveSession day : days) {
			String row = String.valueOf(day.getRank());
			SessionPlan plan = day.getPlan();
			form.hours(row, (plan != null) ? RowHours.of(plan) : RowHours.of(day.getDurationMinutes()));
			place = day.getVenue().isEmpty() ? place : day.getVenue();
			form.venue.put(row, place);
		}
		return form;
	}

	private void hours(String row, RowHours hours) {
		put(this.firstStart, row, hours.firstStart());
		put(this.firstEnd, row, hours.firstEnd());
		put(this.secondStart, row, hours.secondStart());
		put(this.secondEnd, row, hours.secondEnd());
	}

	private static void put(Map<String, LocalTime> column, String row, @Nullable LocalTime time) {
		if (time != null) {
			column.put(row, time);
		}
	}

	void propose(int rank, List<LocalDate> dates) {
		for (int i = 0; i < dates.size(); i++) {
			this.option.put(rank + "-" + (i + 1), dates.get(i));
		}
	}

	/** The names of the dates of a row. */
	static List<String> options(int rank) {
		List<String> names = new ArrayList<>();
		for (int i = 1; i <= AskedDay.MOST_OPTIONS; i++) {
			names.add(rank + "-" + i);
		}
		return names;
	}

	/** What one field cannot say alone, of the days that are asked about. */
	void check(List<CollectiveSession> days, LocalDate today, Errors errors) {
		for (CollectiveSession day : days) {
			List<String> given = options(day.getRank()).stream()
				.filter((name) -> this.option.get(name) != null)
				.toList();
			if (!given.isEmpty()) {
				RowHours.check(String.valueOf(day.getRank()), hoursOf(day.getRank()), errors);
			}
			for (String name : given) {
				LocalDate date = Objects.requireNonNull(this.option.get(name));
				if (!date.isAfter(today)) {
					errors.rejectValue("option[" + name + "]", "planning.option.past");
				}
				else if (!DayKind.COURSE.allows(date, today)) {
					errors.rejectValue("option[" + name + "]", "planning.option.far");
				}
			}
		}
		if (this.fewestWeeks != null && this.mostWeeks != null && this.mostWeeks < this.fewestWeeks
				&& !errors.hasFieldErrors("mostWeeks")) {
			errors.rejectValue("mostWeeks", "polls.spacing.inverted");
		}
		if (days.stream().allMatch((day) -> dates(day.getRank()).isEmpty()) && !errors.hasErrors()) {
			errors.reject("polls.day.needed");
		}
	}

	private List<LocalDate> dates(int rank) {
		return options(rank).stream().map(this.option::get).filter(Objects::nonNull).distinct().sorted().toList();
	}

	private RowHours hoursOf(int rank) {
		String row = String.valueOf(rank);
		return new RowHours(this.firstStart.get(row), this.firstEnd.get(row), this.secondStart.get(row),
				this.secondEnd.get(row));
	}

	/** Once checked: the days that have a date proposed. */
	List<AskedDay> days(List<CollectiveSession> days) {
		List<AskedDay> asked = new ArrayList<>();
		for (CollectiveSession day : days) {
			List<LocalDate> dates = dates(day.getRank());
			if (!dates.isEmpty()) {
				Mode mode = (day.getMode() != null) ? day.getMode() : Mode.PRESENTIEL;
				asked.add(new AskedDay(day.getRank(), hoursOf(day.getRank()).asked(),
						new AskedDay.Place(mode, this.venue.getOrDefault(String.valueOf(day.getRank()), ""),
								day.getAddress(), day.getVideoLink()),
						dates));
			}
		}
		return asked;
	}

	PollTerms terms() {
		return new PollTerms(Objects.requireNonNull(this.closesOn), Objects.requireNonNull(this.fewestWeeks),
				Objects.requireNonNull(this.mostWeeks), this.message, this.decidesItself);
	}

}
