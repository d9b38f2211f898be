package fr.faireavec.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.ParseException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.faireavec.kernel.CleanText;

import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/**
 * A number of hours as people type it: « 2,5 », « 2h30 », « 2 h 30 », « 2 heures 30 », «
 * 90 min », « 1:30 ».
 */
@Component
class TypedHours implements Formatter<Duration> {

	private static final BigDecimal SECONDS = BigDecimal.valueOf(3600);

	private static final Pattern DECIMAL = Pattern.compile("([+-]?[0-9]{1,12}(?:\\.[0-9]{0,6})?)(?:h|heures?)?");

	private static final Pattern CLOCK = Pattern
		.compile("([0-9]{1,9})(?:h|heures?|:)([0-5][0-9]|[0-9](?=m))(?:m|mn|min|minutes?)?");

	private static final Pattern MINUTES = Pattern.compile("([0-9]{1,9})(?:mn|min|minutes?)");

	@Override
	public Duration parse(String text, Locale locale) throws ParseException {
		String typed = CleanText.compact(text).toLowerCase(Locale.ROOT).replace(',', '.');
		Matcher decimal = DECIMAL.matcher(typed);
		if (decimal.matches()) {
			return Duration.ofSeconds(
					new BigDecimal(decimal.group(1)).multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValue());
		}
		Matcher clock = CLOCK.matcher(typed);
		if (clock.matches()) {
			return Duration.ofHours(Long.parseLong(clock.group(1))).plusMinutes(Long.parseLong(clock.group(2)));
		}
		Matcher minutes = MINUTES.matcher(typed);
		if (minutes.matches()) {
			return Duration.ofMinutes(Long.parseLong(minutes.group(1)));
		}
		throw new ParseException(text, 0);
	}

	@Override
	public String print(Duration hours, Locale locale) {
		return decimal(hours).toPlainString().replace('.', ',');
	}

	/** So many hours; a third of an hour to six decimals. */
	static BigDecimal decimal(Duration hours) {
		BigDecimal exact = BigDecimal.valueOf(hours.toSeconds())
			.divide(SECONDS, 6, RoundingMode.HALF_UP)
			.stripTrailingZeros();
		return (exact.scale() < 0) ? exact.setScale(0) : exact;
	}

}
