package fr.faireavec.holidays;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.kernel.Refusal;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the calendar the ministry of education publishes (iCalendar, one zone or all
 * three), as text: no link and no time zone of it is followed. Holidays of several zones
 * come in pieces there, and are put together again.
 */
final class SchoolCalendarFile {

	private static final String SOURCE = "calendrier scolaire du ministère (.ics)";

	/** Far more than all the years that were ever published. */
	private static final int MOST_EVENTS = 2000;

	private static final int LONGEST_DAYS = 100;

	private static final int LONGEST_NAME = 80;

	private static final int FIRST_YEAR = 2000;

	private static final int LAST_YEAR = 2099;

	private static final int DATE = 8;

	private static final Pattern ZONES = Pattern
		.compile("\\bzones?\\s+([ABC](?:(?:\\s*[/,]\\s*|\\s+et\\s+|\\s+)[ABC])*)\\b", Pattern.CASE_INSENSITIVE);

	private static final Pattern HOLIDAY = Pattern.compile("vacances|pont", Pattern.CASE_INSENSITIVE);

	/** Where it stands, the zone is no part of the name; nor is what is in brackets. */
	private static final Pattern ASIDE = Pattern.compile("\\s?\\([^()]{0,80}\\)|\\s[-–]\\s(?:zones?|corse)\\b.*$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern BEGINNING = Pattern.compile("^début des\\s+",
			Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

	private SchoolCalendarFile() {
	}

	/**
	 * The holidays of zone B it holds, the earliest first.
	 * @param field beside which a refusal is said
	 * @throws Refusal when it is no calendar, says nothing of zone B, or holds no
	 * holidays
	 */
	static List<SchoolHoliday> read(String text, String field) {
		if (text.isBlank()) {
			throw Refusal.of(field, "holidays.file.empty");
		}
		Found found = new Found();
		try {
			String lines = text.strip().replace("\r\n", "\n").replace("\n", "\r\n") + "\r\n";
			new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(lines)), found);
		}
		catch (IOException | ParserException | RuntimeException malformed) {
			throw Refusal.of(field, "holidays.file.notCalendar");
		}
		if (found.events.isEmpty() || found.events.size() > MOST_EVENTS) {
			throw Refusal.of(field, "holidays.file.notCalendar");
		}
		Set<String> zones = new HashSet<>();
		List<SchoolHoliday> pieces = new ArrayList<>();
		for (Map<String, String> event : found.events) {
			Set<String> theirs = zones(event, found.name);
			zones.addAll(theirs);
			if (theirs.contains("B")) {
				holiday(event, field).ifPresent(pieces::add);
			}
		}
		if (!zones.contains("B")) {
			throw zones.isEmpty() ? Refusal.of(field, "holidays.file.noZone")
					: Refusal.of(field, "holidays.file.otherZone", String.join(", ", zones.stream().sorted().toList()));
		}
		if (pieces.isEmpty()) {
			throw Refusal.of(field, "holidays.file.nothing");
		}
		return whole(pieces);
	}

	private static Set<String> zones(Map<String, String> event, String calendar) {
		Set<String> zones = zones(String.join("\n", event.getOrDefault("SUMMARY", ""),
				event.getOrDefault("LOCATION", ""), event.getOrDefault("DESCRIPTION", "")));
		return zones.isEmpty() ? zones(calendar) : zones;
	}

	private static Set<String> zones(String text) {
		Set<String> zones = new HashSet<>();
		Matcher matcher = ZONES.matcher(text);
		while (matcher.find()) {
			matcher.group(1)
				.toUpperCase(Locale.ROOT)
				.chars()
				.filter((letter) -> letter >= 'A' && letter <= 'C')
				.forEach((letter) -> zones.add(String.valueOf((char) letter)));
		}
		return zones;
	}

	private static Optional<SchoolHoliday> holiday(Map<String, String> event, String field) {
		String summary = event.getOrDefault("SUMMARY", "").replaceAll("\\\\(.)", "$1").replace('\'', '’').strip();
		if (!HOLIDAY.matcher(summary).find()) {
			return Optional.empty();
		}
		LocalDate first = date(event.getOrDefault("DTSTART", ""), field);
		String end = event.getOrDefault("DTEND", "");
		LocalDate back = end.isEmpty() ? null : date(end, field);
		if (back != null && !back.isAfter(first)) {
			back = null;
		}
		if (back != null && ChronoUnit.DAYS.between(first, back) > LONGEST_DAYS) {
			throw Refusal.of(field, "holidays.file.date", end);
		}
		String name = BEGINNING.matcher(ASIDE.matcher(summary).replaceAll("")).replaceFirst("").strip();
		if (name.isEmpty() || name.length() > LONGEST_NAME) {
			throw Refusal.of(field, "holidays.file.notCalendar");
		}
		String capital = name.substring(0, 1).toUpperCase(Locale.FRENCH) + name.substring(1);
		return Optional.of(new SchoolHoliday(first, back, capital + " " + first.getYear(), SOURCE));
	}

	private static LocalDate date(String value, String field) {
		try {
			LocalDate date = LocalDate.parse(value.substring(0, Math.min(DATE, value.length())),
					DateTimeFormatter.BASIC_ISO_DATE);
			if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
				return date;
			}
		}
		catch (DateTimeException unreadable) {
			// Said below, with the one that is out of all proportion.
		}
		throw Refusal.of(field, "holidays.file.date", value.substring(0, Math.min(LONGEST_NAME, value.length())));
	}

	/** Pieces of one name that touch or overlap are one. */
	private static List<SchoolHoliday> whole(List<SchoolHoliday> pieces) {
		List<SchoolHoliday> whole = new ArrayList<>();
		pieces.stream()
			.sorted(Comparator.comparing(SchoolHoliday::firstDay).thenComparing(SchoolHoliday::knownUntil))
			.forEach((piece) -> {
				SchoolHoliday before = whole.isEmpty() ? null : whole.getLast();
				if (before != null && before.name().equals(piece.name())
						&& !piece.firstDay().isAfter(before.knownUntil())) {
					whole.set(whole.size() - 1, new SchoolHoliday(before.firstDay(), later(before.back(), piece.back()),
							before.name(), SOURCE));
				}
				else {
					whole.add(piece);
				}
			});
		return List.copyOf(whole);
	}

	private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.isAfter(other) ? one : other;
	}

	/** The texts of each event, and what the calendar calls itself. */
	private static final class Found implements ContentHandler {

		private final List<String> components = new ArrayList<>();

		private final List<Map<String, String>> events = new ArrayList<>();

		private String property = "";

		private String name = "";

		@Override
		public void startCalendar() {
		}

		@Override
		public void endCalendar() {
		}

		@Override
		public void startComponent(String component) {
			this.components.add(component.toUpperCase(Locale.ROOT));
			if (isInEvent()) {
				this.events.add(new HashMap<>());
			}
		}

		@Override
		public void endComponent(String component) {
			if (!this.components.isEmpty()) {
				this.components.removeLast();
			}
		}

		@Override
		public void startProperty(String property) {
			this.property = property.toUpperCase(Locale.ROOT);
		}

		@Override
		public void propertyValue(String value) {
			if (isInEvent()) {
				this.events.getLast().putIfAbsent(this.property, value.strip());
			}
			else if (this.components.isEmpty() && "X-WR-CALNAME".equals(this.property)) {
				this.name = value;
			}
		}

		@Override
		public void endProperty(String property) {
			this.property = "";
		}

		@Override
		public void parameter(String parameter, String value) {
		}

		private boolean isInEvent() {
			return this.components.size() == 1 && "VEVENT".equals(this.components.getFirst());
		}

	}

}
