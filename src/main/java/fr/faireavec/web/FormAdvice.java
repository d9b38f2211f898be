package fr.faireavec.web;

import java.beans.PropertyEditorSupport;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
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

	private static final int MOST_ROWS = 300;

	@InitBinder
	void bind(WebDataBinder binder) {
		binder.setAutoGrowCollectionLimit(MOST_ROWS);
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
	 * 31st of February.
	 */
	private static final class PlainDate extends PropertyEditorSupport {

		private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.FRENCH)
			.withResolverStyle(ResolverStyle.STRICT);

		@Override
		public void setAsText(@Nullable String text) {
			if (text == null || text.isBlank()) {
				setValue(null);
				return;
			}
			String typed = text.strip();
			try {
				setValue(typed.contains("/") ? LocalDate.parse(typed, TYPED) : LocalDate.parse(typed));
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
