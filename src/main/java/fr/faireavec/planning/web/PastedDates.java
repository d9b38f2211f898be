package fr.faireavec.planning.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.kernel.Spellings;
import org.jspecify.annotations.Nullable;

/**
 * Dates copied from a spreadsheet or a message, one day a line: its rank if it is said, a
 * date in figures or in words, hours if any, and what is left is the place.
 */
final class PastedDates {

	private static final Pattern IN_FIGURES = Pattern.compile("\\b(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}|\\d{2})\\b");

	private static final Pattern BY_YEAR = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");

	private static final Pattern IN_WORDS = Pattern.compile(
			"(?iu)(?:\\b(?:lun|mar|mer|jeu|ven|sam|dim)[a-zé]*\\.?\\s+)?\\b(\\d{1,2})(?:er)?\\s+(\\p{L}{3,9})\\.?\\s+(\\d{4})\\b");

	private static final Pattern HOUR = Pattern
		.compile("(?i)\\b([01]?\\d|2[0-3])\\s?(?:h|:)(?:\\s?([0-5]\\d)(?![h:\\d]))?");

	private static final Pattern RANK = Pattern
		.compile("(?i)^\\W*(?:(?:jour|j|s[ée]ance|rendez-vous|rdv|r|n°)\\s*)?(\\d{1,2})\\b(?!\\s*[/.h]|:\\d)");

	private static final List<String> MONTHS = List.of("janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout",
			"sept", "oct", "nov", "dec");

	private PastedDates() {
	}

	/** One line that was read. */
	record Line(@Nullable Integer rank, LocalDate date, List<LocalTime> hours, String place) {

		/** Two hours are a day without a break; four, two half-days. */
		Optional<RowHours> wholeHours() {
			return switch (this.hours.size()) {
				case 2 -> Optional.of(new RowHours(this.hours.get(0), this.hours.get(1), null, null));
				case 4 -> Optional
					.of(new RowHours(this.hours.get(0), this.hours.get(1), this.hours.get(2), this.hours.get(3)));
				default -> Optional.empty();
			};
		}

	}

	/**
	 * Fills the rows; of lines without a rank, the next day that has none takes one.
	 * @return the lines without a date, or about no day, from 1
	 */
	static List<Integer> fill(DatesForm form, List<Integer> ranks) {
		List<Integer> unread = new ArrayList<>();
		List<Integer> left = new ArrayList<>(ranks);
		int number = 0;
		for (String text : form.pasted.lines().toList()) {
			number++;
			if (text.isBlank()) {
				continue;
			}
			Optional<Line> line = read(text);
			Integer rank = line.map((one) -> rank(one, left)).orElse(null);
			if (line.isEmpty() || rank == null) {
				unread.add(number);
				continue;
			}
			left.removeIf(rank::equals);
			String row = rank.toString();
			form.date.put(row, line.get().date());
			line.get().wholeHours().ifPresent((hours) -> form.hours(row, hours));
			if (!line.get().place().isEmpty()) {
				form.venue.put(row, line.get().place());
			}
		}
		return unread;
	}

	private static @Nullable Integer rank(Line line, List<Integer> left) {
		if (line.rank() != null) {
			return left.contains(line.rank()) ? line.rank() : null;
		}
		return left.isEmpty() ? null : left.getFirst();
	}

	static Optional<Line> read(String text) {
		String rest = text.replace('\u00A0', ' ').replace('\u202F', ' ');
		Optional<Found> found = date(rest);
		if (found.isEmpty()) {
			return Optional.empty();
		}
		rest = found.get().without(rest);
		Matcher ranked = RANK.matcher(rest);
		Integer rank = null;
		if (ranked.find()) {
			rank = Integer.valueOf(ranked.group(1));
			rest = rest.substring(ranked.end());
		}
		List<LocalTime> hours = new ArrayList<>();
		Matcher hour = HOUR.matcher(rest);
		StringBuilder place = new StringBuilder();
		while (hour.find()) {
			hours.add(LocalTime.of(Integer.parseInt(hour.group(1)),
					(hour.group(2) != null) ? Integer.parseInt(hour.group(2)) : 0));
			hour.appendReplacement(place, "\t");
		}
		hour.appendTail(place);
		return Optional.of(new Line(rank, found.get().date(), hours, place(place.toString())));
	}

	/** The longest of what stands between separators. */
	private static String place(String rest) {
		return Pattern.compile("[\\t;|]|\\s{2,}|[–→]|\\bà\\b(?=\\s*$)")
			.splitAsStream(rest)
			.map((part) -> part.strip().replaceAll("^[,\\-–: ]+|[,\\-–: ]+$", ""))
			.filter((part) -> part.length() > 2)
			.max(Comparator.comparingInt(String::length))
			.orElse("");
	}

	private static Optional<Found> date(String text) {
		Matcher figures = IN_FIGURES.matcher(text);
		if (figures.find()) {
			int year = Integer.parseInt(figures.group(3));
			return found(figures, (year < 100) ? 2000 + year : year, Integer.parseInt(figures.group(2)),
					Integer.parseInt(figures.group(1)));
		}
		Matcher byYear = BY_YEAR.matcher(text);
		if (byYear.find()) {
			return found(byYear, Integer.parseInt(byYear.group(1)), Integer.parseInt(byYear.group(2)),
					Integer.parseInt(byYear.group(3)));
		}
		Matcher words = IN_WORDS.matcher(text);
		if (words.find()) {
			String month = Spellings.plain(words.group(2)).toLowerCase(Locale.ROOT);
			for (int i = 0; i < MONTHS.size(); i++) {
				if (month.startsWith(MONTHS.get(i))) {
					return found(words, Integer.parseInt(words.group(3)), i + 1, Integer.parseInt(words.group(1)));
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<Found> found(Matcher where, int year, int month, int day) {
		try {
			return Optional.of(new Found(LocalDate.of(year, month, day), where.start(), where.end()));
		}
		catch (DateTimeException noSuchDay) {
			return Optional.empty();
		}
	}

	private record Found(LocalDate date, int from, int until) {

		String without(String text) {
			return text.substring(0, this.from) + "\t" + text.substring(this.until);
		}

	}

}
