package fr.faireavec.cohorts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** The times a structure was away between leaving and coming back, in order. */
public record Absences(List<Absence> all) {

	private static final Pattern RANGE = Pattern.compile("\\[([-\\d]+),([-\\d]+)\\)");

	static final Absences NONE = new Absences(List.of());

	public Absences {
		all = List.copyOf(all);
	}

	/** As PostgreSQL writes them. */
	public static Absences read(@Nullable String multirange) {
		List<Absence> all = new ArrayList<>();
		Matcher ranges = RANGE.matcher((multirange != null) ? multirange : "");
		while (ranges.find()) {
			all.add(new Absence(LocalDate.parse(ranges.group(1)), LocalDate.parse(ranges.group(2))));
		}
		return new Absences(all);
	}

	/** One more, after the others; those that touch are one. */
	Absences and(LocalDate from, LocalDate until) {
		List<Absence> more = new ArrayList<>(this.all);
		boolean goesOn = !more.isEmpty() && more.getLast().until().equals(from);
		more.add(new Absence(goesOn ? more.removeLast().from() : from, until));
		return new Absences(more);
	}

	/** Whether it was away that day. */
	public boolean contain(LocalDate day) {
		return this.all.stream().anyMatch((one) -> !day.isBefore(one.from()) && day.isBefore(one.until()));
	}

	/** The day it last came back, if it ever left. */
	@Nullable LocalDate lastReturn() {
		return this.all.isEmpty() ? null : this.all.getLast().until();
	}

	/** As the history writes it: « 2026-05-01/2026-06-01 ». */
	@Override
	public String toString() {
		return this.all.stream().map((one) -> one.from() + "/" + one.until()).collect(Collectors.joining(", "));
	}

	/** From the first day it was away until the day it was back. */
	public record Absence(LocalDate from, LocalDate until) {
	}

	/** Kept as ranges of days. */
	@Converter
	static class AsMultirange implements AttributeConverter<Absences, String> {

		@Override
		public String convertToDatabaseColumn(@Nullable Absences absences) {
			return ((absences != null) ? absences : NONE).all()
				.stream()
				.map((one) -> "[" + one.from() + "," + one.until() + ")")
				.collect(Collectors.joining(",", "{", "}"));
		}

		@Override
		public Absences convertToEntityAttribute(@Nullable String multirange) {
			return read(multirange);
		}

	}

}
