package fr.faireavec.kernel;

import java.time.LocalDate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * What a day that somebody types is about, and so between which days it lies: a slip of
 * the year (0026, 2062) lies outside. PostgreSQL holds every date between 1900 and 2200.
 */
public enum DayKind {

	/** When something takes place or holds: a parcours, a session, a mandate, a grant. */
	COURSE(LocalDate.of(2000, 1, 1), (today) -> today.plusYears(10)),

	/** When something was, today at the latest: a membership, a signature. */
	PAST(LocalDate.of(1900, 1, 1), (today) -> today),

	/** Until when something is kept or waited for. */
	TERM(LocalDate.of(2000, 1, 1), (today) -> today.plusYears(25)),

	/** Where what one looks at starts or ends; the same every day. */
	FILTER(LocalDate.of(2000, 1, 1), (today) -> LocalDate.of(2100, 12, 31));

	private final LocalDate first;

	@SuppressWarnings("ImmutableEnumChecker") // a function of its argument alone
	private final UnaryOperator<LocalDate> last;

	DayKind(LocalDate first, UnaryOperator<LocalDate> last) {
		this.first = first;
		this.last = last;
	}

	public LocalDate first() {
		return this.first;
	}

	public LocalDate last(LocalDate today) {
		return this.last.apply(today);
	}

	/** Whether it is likely; a day nobody gave is. */
	public boolean allows(@Nullable LocalDate day, LocalDate today) {
		return day == null || !(day.isBefore(this.first) || day.isAfter(last(today)));
	}

	/**
	 * @param field the field to blame
	 * @throws Refusal when it lies outside
	 */
	public void require(String field, @Nullable LocalDate day, LocalDate today) {
		if (!allows(day, today)) {
			throw Refusal.of(field, "day.outside", this.first, last(today));
		}
	}

}
