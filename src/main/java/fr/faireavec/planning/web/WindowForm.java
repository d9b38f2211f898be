package fr.faireavec.planning.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import fr.faireavec.kernel.DayKind;
import fr.faireavec.parcours.Parcours;
import fr.faireavec.planning.DateProposals.Window;
import fr.faireavec.polls.PollTerms;
import fr.faireavec.sequences.Spacing;
import fr.faireavec.web.Day;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** Within what dates are proposed. */
class WindowForm {

	private static final LocalTime MORNING = LocalTime.of(9, 30);

	private static final LocalTime EVENING = LocalTime.of(16, 30);

	/** Long enough for people to answer. */
	private static final int NOTICE_WEEKS = 3;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate from;

	@NotNull
	@Day(DayKind.COURSE)
	public @Nullable LocalDate until;

	@NotEmpty
	@Size(max = 7)
	public Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);

	@NotNull
	@Min(0)
	@Max(26)
	public @Nullable Integer fewest;

	@NotNull
	@Min(1)
	@Max(52)
	public @Nullable Integer most;

	public boolean inSchoolHolidays;

	/** From when people can be asked until the end of the parcours, on working days. */
	static WindowForm of(Parcours parcours, LocalDate today) {
		WindowForm form = new WindowForm();
		LocalDate first = today.plusWeeks(NOTICE_WEEKS);
		form.from = first.isBefore(parcours.getStartsOn()) ? parcours.getStartsOn() : first;
		form.until = parcours.getEndsOn().isAfter(form.from) ? parcours.getEndsOn() : form.from.plusMonths(6);
		form.weekdays.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
		form.fewest = PollTerms.FEWEST_WEEKS;
		form.most = PollTerms.MOST_WEEKS;
		return form;
	}

	/** What one field cannot say alone. */
	void check(LocalDate today, Errors errors) {
		if (this.from != null && this.until != null && this.until.isBefore(this.from)
				&& !errors.hasFieldErrors("until")) {
			errors.rejectValue("until", "planning.window.inverted");
		}
		if (this.from != null && !this.from.isAfter(today) && !errors.hasFieldErrors("from")) {
			errors.rejectValue("from", "planning.option.past");
		}
		if (this.from != null && this.until != null && this.until.isAfter(this.from.plusYears(2))
				&& !errors.hasFieldErrors("until")) {
			errors.rejectValue("until", "planning.window.long");
		}
		if (this.fewest != null && this.most != null && this.most < this.fewest && !errors.hasFieldErrors("most")) {
			errors.rejectValue("most", "polls.spacing.inverted");
		}
	}

	/** Once checked. */
	Window window() {
		return new Window(Objects.requireNonNull(this.from), Objects.requireNonNull(this.until), this.weekdays, MORNING,
				EVENING, Spacing.ofWeeks(Objects.requireNonNull(this.fewest), Objects.requireNonNull(this.most)),
				this.inSchoolHolidays);
	}

}
