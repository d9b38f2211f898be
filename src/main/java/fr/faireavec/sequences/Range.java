package fr.faireavec.sequences;

import java.time.LocalDate;
import java.util.stream.Stream;

/** Days from one to another, both included; none when they are the other way round. */
record Range(LocalDate from, LocalDate until) {

	boolean isEmpty() {
		return this.until.isBefore(this.from);
	}

	Stream<LocalDate> dates() {
		return isEmpty() ? Stream.empty() : this.from.datesUntil(this.until.plusDays(1));
	}

}
