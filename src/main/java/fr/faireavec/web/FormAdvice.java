package fr.faireavec.web;

import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * How every field is read: trimmed, line ends as one character, unreadable ones refused.
 */
@ControllerAdvice
class FormAdvice {

	/** Twice the longest text there is: whatever is longer is not even looked at. */
	private static final int LONGEST = 20_000;

	@InitBinder
	void bind(WebDataBinder binder) {
		// No form of ours names a place in a list.
		binder.setDisallowedFields("*[*");
		binder.setAutoGrowNestedPaths(false);
		binder.registerCustomEditor(String.class, new PlainText());
		binder.registerCustomEditor(LocalDate.class, new PlainDate());
	}

	private static final class PlainText extends PropertyEditorSupport {

		@Override
		public void setAsText(@Nullable String text) {
			if (text == null) {
				setValue(null);
				return;
			}
			if (text.length() > LONGEST) {
				throw new IllegalArgumentException("longer than anything here");
			}
			String unified = text.replace("\r\n", "\n").replace('\r', '\n');
			if (!unified.codePoints().allMatch(PlainText::readable)) {
				throw new IllegalArgumentException("control character or lone surrogate");
			}
			setValue(unified.strip());
		}

		private static boolean readable(int codePoint) {
			return switch (Character.getType(codePoint)) {
				case Character.CONTROL -> codePoint == '\n' || codePoint == '\t';
				case Character.SURROGATE -> false;
				default -> true;
			};
		}

	}

	/**
	 * As a date picker sends it, or as people without one type it: 10/12/2026. Never the
	 * 31st of February, nor a year of more or less than four digits; {@link Day} says
	 * which of these are likely.
	 */
	private static final class PlainDate extends PropertyEditorSupport {

		private static final int LONGEST = 10;

		private static final DateTimeFormatter TYPED = strictly("d/M/", "");

		private static final DateTimeFormatter PICKED = strictly("", "-MM-dd");

		private static DateTimeFormatter strictly(String before, String after) {
			return new DateTimeFormatterBuilder().appendPattern(before)
				.appendValue(ChronoField.YEAR, 4)
				.appendPattern(after)
				.toFormatter(Locale.FRENCH)
				.withResolverStyle(ResolverStyle.STRICT);
		}

		@Override
		public void setAsText(@Nullable String text) {
			if (text == null || text.isBlank()) {
				setValue(null);
				return;
			}
			String typed = text.strip();
			if (typed.length() > LONGEST) {
				throw new IllegalArgumentException("no date is so long");
			}
			try {
				setValue(LocalDate.parse(typed, typed.contains("/") ? TYPED : PICKED));
			}
			catch (DateTimeParseException unreadable) {
				throw new IllegalArgumentException("no such date", unreadable);
			}
		}

		@Override
		public String getAsText() {
			return (getValue() != null) ? String.valueOf(getValue()) : "";
		}

	}

}
