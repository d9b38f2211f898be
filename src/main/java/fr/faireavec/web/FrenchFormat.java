package fr.faireavec.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Dates, hours and numbers as French reads them, {@code #fr} in templates. The words are
 * written here so that no machine's locale data changes them; nothing gives an empty
 * text.
 */
@Component
public class FrenchFormat {

	private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

	/** Between a number and its unit: never a line break. */
	private static final String NBSP = "\u00a0";

	private static final char THOUSANDS = '\u202f';

	private static final String UNKNOWN = "n." + NBSP + "d.";

	private static final List<String> DAYS = List.of("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
			"dimanche");

	private static final List<String> SHORT_DAYS = List.of("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim.");

	private static final List<String> MONTHS = List.of("janvier", "février", "mars", "avril", "mai", "juin", "juillet",
			"août", "septembre", "octobre", "novembre", "décembre");

	private static final List<String> SHORT_MONTHS = List.of("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.",
			"août", "sept.", "oct.", "nov.", "déc.");

	private final MessageSource messages;

	FrenchFormat(MessageSource messages) {
		this.messages = messages;
	}

	/** « jeudi 10 décembre ». */
	public String day(@Nullable TemporalAccessor date) {
		return (date == null) ? "" : weekday(date, DAYS) + " " + dayOfMonth(date) + " " + month(date, MONTHS);
	}

	/** « 10 décembre 2026 ». */
	public String date(@Nullable TemporalAccessor date) {
		return (date == null) ? "" : written(date);
	}

	/** The same where no bean is at hand. */
	static String written(TemporalAccessor date) {
		return dayOfMonth(date) + " " + month(date, MONTHS) + " " + year(date);
	}

	/** « jeudi 10 décembre 2026 ». */
	public String fullDay(@Nullable TemporalAccessor date) {
		return (date == null) ? "" : day(date) + " " + year(date);
	}

	/** « jeu. 10 déc. ». */
	public String shortDay(@Nullable TemporalAccessor date) {
		return (date == null) ? ""
				: weekday(date, SHORT_DAYS) + " " + dayOfMonth(date) + " " + month(date, SHORT_MONTHS);
	}

	/** « déc. 2026 », of a date or of a {@link YearMonth}. */
	public String month(@Nullable TemporalAccessor date) {
		return (date == null) ? "" : month(date, SHORT_MONTHS) + " " + year(date);
	}

	/** « décembre 2026 », the same. */
	public String wholeMonth(@Nullable TemporalAccessor date) {
		return (date == null) ? "" : month(date, MONTHS) + " " + year(date);
	}

	/** « 9 h 30 », « 14 h », of a time or of a date with its time. */
	public String time(@Nullable TemporalAccessor time) {
		if (time == null) {
			return "";
		}
		LocalTime at = LocalTime.from(time);
		String hour = at.getHour() + NBSP + "h";
		return (at.getMinute() == 0) ? hour : hour + NBSP + String.format(Locale.ROOT, "%02d", at.getMinute());
	}

	/** « 9 h 30 → 16 h 30 ». */
	public String hours(@Nullable TemporalAccessor from, @Nullable TemporalAccessor to) {
		if (from == null || to == null) {
			return time((from != null) ? from : to);
		}
		return time(from) + NBSP + "→ " + time(to);
	}

	/** « 12 juillet 2024 à 9 h 30 », in Paris. */
	public String moment(@Nullable Instant instant) {
		if (instant == null) {
			return "";
		}
		ZonedDateTime there = instant.atZone(PARIS);
		return date(there) + " à " + time(there);
	}

	/** « 1 234,5 »: two decimals at most. */
	public String number(@Nullable Number number) {
		return format(number, "#,##0.##");
	}

	/** « 1 234,50 € ». */
	public String euros(@Nullable Number amount) {
		return (amount == null) ? "" : format(amount, "#,##0.00") + NBSP + "€";
	}

	/** « 512,5 h », from a number of hours. */
	public String duration(@Nullable Number hours) {
		return (hours == null) ? "" : number(hours) + NBSP + "h";
	}

	/** « 2 h 30 », « 45 min », of a time that was spent. */
	public String spent(@Nullable Duration time) {
		if (time == null) {
			return "";
		}
		long minutes = Math.round(time.toSeconds() / 60.0);
		if (minutes < 60) {
			return minutes + NBSP + "min";
		}
		String hours = format(minutes / 60, "#,##0") + NBSP + "h";
		return (minutes % 60 == 0) ? hours : hours + NBSP + String.format(Locale.ROOT, "%02d", minutes % 60);
	}

	/** « 95 % », whole and half up; « n. d. » where nothing was expected. */
	public String percent(@Nullable Number numerator, @Nullable Number denominator) {
		if (numerator == null || denominator == null || exact(denominator).signum() == 0) {
			return UNKNOWN;
		}
		BigDecimal rate = exact(numerator).multiply(BigDecimal.valueOf(100))
			.divide(exact(denominator), 0, RoundingMode.HALF_UP);
		return format(rate, "#,##0") + NBSP + "%";
	}

	/**
	 * A count and its noun, from the messages {@code key.one} (0 and 1 are singular in
	 * French) and {@code key.many}, where {0} is the number as {@link #number} shows it.
	 */
	public String count(@Nullable Number number, String key) {
		if (number == null) {
			return "";
		}
		return this.messages.getMessage(key + number(number, ".one", ".many"), new Object[] { number(number) },
				Locale.FRENCH);
	}

	/** The singular or the plural; 0, 1 and 1,5 are singular in French. */
	static String number(Number count, String one, String many) {
		return (exact(count).abs().compareTo(BigDecimal.TWO) < 0) ? one : many;
	}

	private static String weekday(TemporalAccessor date, List<String> names) {
		return names.get(date.get(ChronoField.DAY_OF_WEEK) - 1);
	}

	private static String dayOfMonth(TemporalAccessor date) {
		int day = date.get(ChronoField.DAY_OF_MONTH);
		return (day == 1) ? "1er" : Integer.toString(day);
	}

	private static String month(TemporalAccessor date, List<String> names) {
		return names.get(date.get(ChronoField.MONTH_OF_YEAR) - 1);
	}

	private static String year(TemporalAccessor date) {
		return Integer.toString(date.get(ChronoField.YEAR));
	}

	private static String format(@Nullable Number number, String pattern) {
		if (number == null) {
			return "";
		}
		DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
		symbols.setGroupingSeparator(THOUSANDS);
		symbols.setDecimalSeparator(',');
		DecimalFormat format = new DecimalFormat(pattern, symbols);
		format.setRoundingMode(RoundingMode.HALF_UP);
		return format.format(exact(number));
	}

	private static BigDecimal exact(Number number) {
		return (number instanceof BigDecimal decimal) ? decimal : new BigDecimal(number.toString());
	}

}
