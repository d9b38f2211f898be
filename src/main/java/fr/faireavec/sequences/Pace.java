package fr.faireavec.sequences;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How consecutive days without a date follow each other: a step, and how wide each may
 * move. Whatever is chosen of two neighbours is a step apart, give or take that width;
 * from a date that is fixed, give or take half of it.
 *
 * @param first the middle of the first day's range
 * @param step days from one middle to the next
 * @param half how far from its middle a day may move
 */
record Pace(Wish wish, int days, Optional<LocalDate> before, Optional<LocalDate> after, LocalDate first, double step,
		long half) {

	static Pace of(int days, Wish wish, Optional<LocalDate> before, Optional<LocalDate> after) {
		Spacing spacing = wish.spacing();
		double ideal = (spacing.fewestDays() + spacing.mostDays()) / 2.0;
		LocalDate from = before.orElse(wish.firstDay());
		LocalDate until = after.orElse(wish.lastDay());
		double whole = ChronoUnit.DAYS.between(from, until);
		double fewest = spacing.fewestDays();
		double step;
		if (before.isPresent() && after.isPresent()) {
			step = whole / (days + 1);
		}
		else if (before.isPresent() || after.isPresent()) {
			// days steps and half a width, which is step - fewest.
			step = Math.min(ideal, (whole + fewest / 2) / (days + 0.5));
		}
		else {
			step = Math.min(ideal, (whole + fewest) / days);
		}
		step = Math.max(step, Math.max(1, fewest));
		// Between two middles there are so many days or one more.
		double width = Math.max(0, Math.min(Math.floor(step) - fewest, spacing.mostDays() - Math.ceil(step)));
		long half = (long) Math.floor(width / 2);
		LocalDate first;
		if (before.isPresent()) {
			first = before.get().plusDays(Math.round(step));
		}
		else if (after.isPresent()) {
			first = after.get().minusDays(Math.round(step * days));
		}
		else {
			first = wish.firstDay().plusDays(half);
		}
		return new Pace(wish, days, before, after, first, step, half);
	}

	/** Where every choice respects the spacing. */
	Range range(int day) {
		LocalDate middle = this.first.plusDays((long) Math.floor(this.step * day));
		Range room = room(day);
		Range range = new Range(later(middle.minusDays(this.half), room.from()),
				earlier(middle.plusDays(this.half), room.until()));
		return range.isEmpty() ? room : range;
	}

	boolean fits() {
		return !room(0).isEmpty();
	}

	/** Where some choice does, within the window. */
	Range room(int day) {
		Spacing spacing = this.wish.spacing();
		long fewest = spacing.fewestDays();
		long most = spacing.mostDays();
		int left = this.days - day;
		LocalDate from = this.before.map((date) -> date.plusDays(fewest * (day + 1)))
			.orElse(this.wish.firstDay().plusDays(fewest * day));
		LocalDate until = this.after.map((date) -> date.minusDays(fewest * left))
			.orElse(this.wish.lastDay().minusDays(fewest * (left - 1)));
		from = later(from, this.wish.firstDay());
		until = earlier(until, this.wish.lastDay());
		if (this.before.isPresent()) {
			until = earlier(until, this.before.get().plusDays(most * (day + 1)));
		}
		if (this.after.isPresent()) {
			from = later(from, this.after.get().minusDays(most * left));
		}
		return new Range(from, until);
	}

	private static LocalDate later(LocalDate one, LocalDate other) {
		return one.isAfter(other) ? one : other;
	}

	private static LocalDate earlier(LocalDate one, LocalDate other) {
		return one.isBefore(other) ? one : other;
	}

}
